package dev.readback.voice.pipeline.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of letters, and a guess at words nobody has written down: letter groups to sounds, the longest first, the first vowel stressed. */
final class Letters {

    private static final List<String> NAMES = List.of(
            "EY1",
            "B IY1",
            "S IY1",
            "D IY1",
            "IY1",
            "EH1 F",
            "JH IY1",
            "EY1 CH",
            "AY1",
            "JH EY1",
            "K EY1",
            "EH1 L",
            "EH1 M",
            "EH1 N",
            "OW1",
            "P IY1",
            "K Y UW1",
            "AA1 R",
            "EH1 S",
            "T IY1",
            "Y UW1",
            "V IY1",
            "D AH1 B AH0 L Y UW0",
            "EH1 K S",
            "W AY1",
            "Z IY1");

    private static final String GROUPS =
            "tion:SH AH N,sion:ZH AH N,ough:AO,augh:AO,eigh:EY,igh:AY,tch:CH,sch:SH,dge:JH,ing:IH NG,ck:K,ch:CH,sh:SH,th:TH,ph:F,wh:W,qu:K W,gh:G,kn:N,"
                    + "wr:R,ng:NG,oo:UW,ee:IY,ea:IY,ai:EY,ay:EY,ei:EY,ey:IY,ie:IY,oa:OW,oe:OW,ou:AW,ow:OW,oi:OY,oy:OY,au:AO,aw:AO,ue:UW,ui:UW,"
                    + "ar:AA R,er:ER,ir:ER,ur:ER,or:AO R,ce:S EH,ci:S IH,cy:S IY,ge:JH EH,bb:B,cc:K,dd:D,ff:F,gg:G,kk:K,ll:L,mm:M,nn:N,pp:P,rr:R,ss:S,"
                    + "tt:T,vv:V,zz:Z,a:AE,b:B,c:K,d:D,e:EH,f:F,g:G,h:HH,i:IH,j:JH,k:K,l:L,m:M,n:N,o:OW,p:P,q:K,r:R,s:S,t:T,u:AH,v:V,w:W,x:K S,y:IY,z:Z";

    private static final Map<String, String> SOUNDS = sounds();
    private static final int LONGEST_GROUP = 4;

    private Letters() {}

    private static Map<String, String> sounds() {
        Map<String, String> sounds = new LinkedHashMap<>();
        for (String group : GROUPS.split(",")) {
            sounds.put(group.substring(0, group.indexOf(':')), group.substring(group.indexOf(':') + 1));
        }
        return sounds;
    }

    /** The name of a letter; nothing for what is none. */
    static String sounds(String letter) {
        int number = letter.charAt(0) - 'a';
        return number < 0 || number >= NAMES.size() ? "" : NAMES.get(number);
    }

    static String guessed(String word) {
        String letters = word.length() > 3 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        List<String> sounds = new ArrayList<>();
        boolean stressed = false;
        for (int at = 0; at < letters.length(); ) {
            int length = group(letters, at);
            for (String sound :
                    SOUNDS.getOrDefault(letters.substring(at, at + length), "").split(" ")) {
                boolean vowel = !sound.isEmpty() && "AEIOU".indexOf(sound.charAt(0)) >= 0;
                if (!sound.isEmpty()) {
                    sounds.add(vowel ? sound + (stressed ? "0" : "1") : sound);
                }
                stressed |= vowel;
            }
            at += length;
        }
        return String.join(" ", sounds);
    }

    private static int group(String letters, int at) {
        for (int length = Math.min(LONGEST_GROUP, letters.length() - at); length > 1; length--) {
            if (SOUNDS.containsKey(letters.substring(at, at + length))) {
                return length;
            }
        }
        return 1;
    }
}
