package ai.artenic.optimizer.adapters.pricing.vastai;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a host stands: Vast.ai says `Romania, RO`, and the region is that with the continent, `Romania, RO, EU`.
final class Place {
    private static final String UNKNOWN = "global";
    private static final String SEPARATOR = ", ";

    private static final Map<String, String> CONTINENTS = Stream.of(
                    countries("AF", """
                            AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG
                            ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"""),
                    countries("AS", """
                            AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO
                            MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE"""),
                    countries("EU", """
                            AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI
                            LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK"""),
                    countries("NA", """
                            AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI
                            PA PM PR SV SX TC TT US VC VG VI"""),
                    countries("OC", """
                            AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS"""),
                    countries("SA", "AR BO BR CL CO EC FK GF GY PE PY SR UY VE"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Place() {}

    /// The region of a place; `global` where it is not said.
    static String region(String geolocation) {
        String place = geolocation.strip();
        String[] parts = place.split(",\\s*");
        String continent = parts.length > 2 ? "" : CONTINENTS.getOrDefault(parts[parts.length - 1], "");
        if (place.isEmpty()) {
            return UNKNOWN;
        }
        return continent.isEmpty() ? place : place + SEPARATOR + continent;
    }

    private static Stream<Map.Entry<String, String>> countries(String continent, String codes) {
        return Arrays.stream(codes.split("\\s+")).map(code -> Map.entry(code, continent));
    }
}
