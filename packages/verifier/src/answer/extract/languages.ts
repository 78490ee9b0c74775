/** How a language announces an answer. */
export interface Language {
  readonly name: string;
  /** Words that announce the answer, in small letters, inflected forms on their own. */
  readonly markers: readonly string[];
  /** Words between the marker and the answer. A colon or an equals sign always will do. */
  readonly copulas: readonly string[];
  /** Words that deny or doubt what follows them, or suppose it. */
  readonly denials: readonly string[];
  /** Numbers are written with a decimal comma. */
  readonly decimalComma?: true;
  /** Written without spaces between words: copulas are looked for anywhere in the gap. */
  readonly isUnspaced?: true;
  /** The verb stands last or is left out, so that a number may follow the marker directly. */
  readonly isVerbLast?: true;
  /** Frequent words that tell the language of a text. */
  readonly words?: readonly string[];
}

const list = (words: string): readonly string[] => words.split(",");

/** The languages other than English, of which a marker counts where English has none. */
export const languages: readonly Language[] = [
  {
    name: "Spanish",
    markers: list("respuesta,resultado,solución"),
    copulas: list("es igual a,es,son,sería"),
    denials: list("quizás,quizá,tal vez,posiblemente,si"),
    decimalComma: true,
    words: list("el,la,los,que,por,una,es,para,con,entonces,como"),
  },
  {
    name: "Portuguese",
    markers: list("resposta,resultado,solução"),
    copulas: list("é,são,será"),
    denials: list("não,talvez,se"),
    decimalComma: true,
    words: list("o,os,uma,que,para,com,então,não,é,são,temos"),
  },
  {
    name: "French",
    markers: list("réponse,résultat,solution"),
    copulas: list("est,sont,vaut"),
    denials: list("pas,peut-être,si"),
    decimalComma: true,
    words: list("le,les,des,une,est,que,pour,donc,nous,avec,dans"),
  },
  {
    name: "Italian",
    markers: list("risposta,risultato,soluzione"),
    copulas: list("è,sono,vale"),
    denials: list("non,forse,se"),
    decimalComma: true,
    words: list("il,gli,che,una,per,con,quindi,è,sono,della,abbiamo"),
  },
  {
    name: "German",
    markers: list("antwort,endergebnis,ergebnis,endantwort,lösung,gesamtergebnis"),
    copulas: list("ist,sind,lautet,beträgt"),
    denials: list("nicht,kein,keine,vielleicht,wenn,falls"),
    decimalComma: true,
    words: list("der,die,das,und,ist,ein,eine,wir,mit,also,für"),
  },
  {
    name: "Dutch",
    markers: list("antwoord,eindantwoord,eindresultaat,resultaat,uitkomst"),
    copulas: list("is,zijn,luidt,bedraagt"),
    denials: list("niet,geen,misschien,als"),
    decimalComma: true,
    words: list("het,een,de,dus,zijn,voor,met,wij,dat"),
  },
  {
    name: "Swedish, Danish and Norwegian",
    markers: list("svar,svaret,slutsvar,slutsvaret,resultat,resultatet"),
    copulas: list("är,er,blir"),
    denials: list("inte,ikke,kanske,måske,om,hvis"),
    decimalComma: true,
    words: list("och,og,är,att,det,ett,för,som,vi,får"),
  },
  {
    name: "Finnish",
    markers: list("vastaus,lopputulos,tulos"),
    copulas: list("on"),
    denials: list("ei,ehkä,jos"),
    decimalComma: true,
    words: list("on,ja,että,joten,siis"),
  },
  {
    name: "Polish",
    markers: list("odpowiedź,odpowiedzią,wynik,rozwiązanie"),
    copulas: list("to,jest,wynosi"),
    denials: list("nie,może,jeśli,jeżeli"),
    decimalComma: true,
    words: list("jest,oraz,się,więc,mamy,na"),
  },
  {
    name: "Czech and Slovak",
    markers: list("odpověď,odpoveď,výsledek,výsledok"),
    copulas: list("je,jsou"),
    denials: list("není,nie,možná,pokud"),
    decimalComma: true,
    words: list("je,že,tedy,pro,jsou"),
  },
  {
    name: "Romanian",
    markers: list("răspuns,răspunsul,rezultat,rezultatul"),
    copulas: list("este,sunt"),
    denials: list("nu,poate,dacă"),
    decimalComma: true,
    words: list("este,și,pentru,deci,avem"),
  },
  {
    name: "Hungarian",
    markers: list("válasz,végeredmény,eredmény"),
    copulas: list("az,a"),
    denials: list("nem,talán,ha"),
    decimalComma: true,
    isVerbLast: true,
    words: list("az,és,tehát,hogy,egy"),
  },
  {
    name: "Russian",
    markers: list("ответ,результат,решение"),
    copulas: list("равен,равна,это,составляет,будет"),
    denials: list("не,нет,возможно,если,может"),
    decimalComma: true,
  },
  {
    name: "Ukrainian",
    markers: list("відповідь,результат"),
    copulas: list("дорівнює,це,становить,є"),
    denials: list("не,ні,можливо,якщо"),
    decimalComma: true,
  },
  {
    name: "Greek",
    markers: list("απάντηση,αποτέλεσμα,λύση"),
    copulas: list("είναι"),
    denials: list("δεν,όχι,ίσως,αν,εάν"),
    decimalComma: true,
  },
  {
    name: "Turkish",
    markers: list("cevap,cevabı,yanıt,sonuç"),
    copulas: list("şudur"),
    denials: list("değil,belki,eğer"),
    decimalComma: true,
    isVerbLast: true,
    words: list("ve,bir,bu,için,olur,olarak"),
  },
  {
    name: "Vietnamese",
    markers: list("đáp án,đáp số,câu trả lời,kết quả"),
    copulas: list("là,bằng"),
    denials: list("không,chẳng,có lẽ,nếu"),
    decimalComma: true,
    words: list("là,của,và,ta,có,vậy"),
  },
  {
    name: "Indonesian and Malay",
    markers: list("jawaban,jawabannya,jawapan,jawapannya,hasilnya,hasil akhir"),
    copulas: list("adalah,ialah,yaitu"),
    denials: list("bukan,tidak,mungkin,jika,kalau"),
    decimalComma: true,
    words: list("adalah,yang,dan,dengan,maka,untuk"),
  },
  {
    name: "Arabic",
    markers: list("الجواب,الإجابة,الاجابة,الناتج,النتيجة,إجابة,جواب,الحل"),
    copulas: list("هو,هي,يساوي,تساوي"),
    denials: list("ليس,ليست,لا,ربما,إذا,لو"),
  },
  {
    name: "Persian and Urdu",
    markers: list("پاسخ,جواب"),
    copulas: list("برابر,ہے"),
    denials: list("نیست,شاید,اگر,نہیں"),
    isVerbLast: true,
  },
  {
    name: "Hebrew",
    markers: list("תשובה,התשובה,תוצאה,התוצאה"),
    copulas: list("היא,הוא,הינה,הינו"),
    denials: list("לא,אינה,אינו,אולי,אם"),
  },
  {
    name: "Hindi and Marathi",
    markers: list("उत्तर,जवाब,परिणाम"),
    copulas: list("होगा"),
    denials: list("नहीं,शायद,यदि,अगर"),
    isVerbLast: true,
  },
  {
    name: "Bengali",
    markers: list("উত্তর"),
    copulas: list("হল,হলো"),
    denials: list("না,নয়,যদি"),
    isVerbLast: true,
  },
  {
    name: "Chinese, without a copula",
    markers: list("故填,应填,應填,结果为,結果為"),
    copulas: list("是,为,為"),
    denials: list("可能,也许,或许,大概,不,未必,如果"),
    isUnspaced: true,
    isVerbLast: true,
  },
  {
    name: "Chinese",
    markers: list("答案,正确选项,正確選項,最终结果,最終結果,最后结果,结果,結果"),
    copulas: list("是,为,為,选,選,等于,等於,填"),
    denials: list("可能,也许,或许,大概,不,未必,如果"),
    isUnspaced: true,
  },
  {
    name: "Japanese",
    markers: list("答え,解答,正解,最終回答,回答"),
    copulas: list("は,が"),
    denials: list("たぶん,おそらく,もし"),
    isUnspaced: true,
  },
  {
    name: "Korean",
    markers: list("정답,최종 답,답"),
    copulas: list("은,는,이"),
    denials: list("아마,만약"),
    isUnspaced: true,
  },
  {
    name: "Thai",
    markers: list("คำตอบ,ตอบ"),
    copulas: list("คือ,เท่ากับ,เป็น"),
    denials: list("ไม่,อาจ,ถ้า,หาก"),
    isUnspaced: true,
  },
];
