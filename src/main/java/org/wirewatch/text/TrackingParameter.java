package org.wirewatch.text;

import java.util.Locale;
import java.util.Set;

/**
 * Query parameters that say where a reader came from, never which page is meant. Collected from the
 * documentation of analytics, advertising and mailing services and the habits of publishers, as of
 * November 2026.
 */
final class TrackingParameter {
  private static final Set<String> NAMES =
      Set.of(
          // click ids of advertising networks
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "ymclid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "igshid",
          "igsh",
          "scid",
          "epik",
          "rdt_cid",
          "zanpid",
          "srsltid",
          "irclickid",
          "vero_id",
          "oly_anon_id",
          "oly_enc_id",
          "_openstat",
          "wickedid",
          // mailing and analytics services
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "__hssc",
          "__hstc",
          "__hsfp",
          "hsctatracking",
          "_ga",
          "_gl",
          "_ke",
          "s_cid",
          "s_kwcid",
          "ef_id",
          "elqtrackid",
          "elqtrack",
          "cvid",
          "oicd",
          "wt_mc",
          "wt_zmc",
          "wtrid",
          "xtor",
          "ml_subscriber",
          "ml_subscriber_hash",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "ns_mchannel",
          "ns_source",
          "ns_campaign",
          "ns_linkname",
          "ns_fee",
          "piwik_campaign",
          "piwik_kwd",
          "mtm_campaign",
          "mtm_source",
          // publishers' own
          "cmp",
          "cmpid",
          "cmp_id",
          "campaign_id",
          "cid_source",
          "ito",
          "ocid",
          "icid",
          "ncid",
          "smid",
          "smtyp",
          "sref",
          "soc_src",
          "soc_trk",
          "sr_share",
          "ref_src",
          "ref_url",
          "referrer",
          "referer",
          "feedtype",
          "feedname",
          "traffic_source",
          "taid",
          "tpcc",
          "leadsource",
          "spm",
          "share_source",
          "sharetype",
          "amp_js_v",
          "amp_gsa",
          "usqp",
          "__twitter_impression",
          "outputtype",
          "_amp",
          "amp");

  /** Parameters that are tracking with these values only. */
  private static final Set<String> PAIRS =
      Set.of(
          "ref=rss",
          "ref=feed",
          "ref=feeds",
          "source=rss",
          "source=feed",
          "src=rss",
          "from=rss",
          "output=amp",
          "mode=amp",
          "view=amp",
          "rss=1",
          "feed=rss",
          "via=rss",
          "rss=yes",
          "type=rss",
          "partner=rss",
          "output=rss",
          "cmp=rss");

  private TrackingParameter() {}

  static boolean isOne(String parameter) {
    String lower = parameter.toLowerCase(Locale.ROOT);
    int equals = lower.indexOf('=');
    String name = equals < 0 ? lower : lower.substring(0, equals);
    return name.startsWith("utm_")
        || (name.startsWith("at_")
            && name.length() > 3
            && name.matches("at_(medium|campaign|custom.|link_.*|format|ptr_name|bbc_team)"))
        || name.startsWith("pk_")
        || name.startsWith("hsa_")
        || NAMES.contains(name)
        || PAIRS.contains(lower);
  }
}
