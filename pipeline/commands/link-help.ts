// How a linkage model is written: the text of `hoso link --help`. The shape itself is schemas/linkage-model.ts.

const example = `{
  "version": 1,
  "origin": "…",
  "columns": {
    "name":  { "from": "ho_ten",    "as": ["fold"] },
    "given": { "from": "ho_ten",    "as": ["fold", "lastWord"] },
    "born":  { "from": "ngay_sinh", "as": [{ "date": "DD/MM/YYYY" }] },
    "phone": { "from": "dien_thoai", "as": ["digits"], "empty": ["không"] }
  },
  "blocking": [["phone"], ["name"], ["given", "born"]],
  "comparisons": [
    { "comparison": "name", "levels": [
      { "level": "same",  "when": { "equal": "name" }, "termFrequency": "name" },
      { "level": "near",  "when": { "damerau": "name", "atMost": 1 } },
      { "level": "else" } ] },
    { "comparison": "born", "levels": [
      { "level": "same", "when": { "equal": "born" } },
      { "level": "near", "when": { "oneSignOff": "born" } },
      { "level": "else" } ] },
    { "comparison": "phone", "levels": [
      { "level": "same", "when": { "equal": "phone" } },
      { "level": "else" } ] }
  ]
}`

const steps = `lower fold unifyTones digits letters noSpaces sortWords firstWord middleWords lastWord words deletions
  masks year monthDay swapDayMonth days length soundex {"date":"YYYYMMDD"} {"part":[0,3]} {"matching":"^\\\\d{12}$"}
  {"notMatching":"…"} {"replace":["[.,]",""]} {"without":["thi","van"]} {"split":";"}`

const conditions = `{"equal":C} {"equal":[C,D]} {"crossed":[C,D]} {"similar":C,"jaroWinkler":0.9} {"edits":C,"atMost":1}
  {"damerau":C,"atMost":1} {"toneEdits":C,"atMost":1} {"oneSignOff":C} {"begins":C} {"shared":C,"atLeast":1} {"partOf":C}
  {"within":C,"atMost":30} {"known":C} {"all":[…]} {"any":[…]} {"not":…}`

export const modelHelp = {
  vi: `Mô hình (JSON):
${example}

columns: mỗi cột lấy từ tên cột CSV ("from", một hoặc nhiều), qua các bước "as":
  ${steps}
blocking: hai bản ghi được so khi trùng mọi cột của ít nhất một danh sách.
comparisons: các mức từ giống nhất đến khác; mức cuối không có "when". Điều kiện:
  ${conditions}
  "needs": thiếu một cột này ở một bên thì so sánh không tính; "termFrequency": giá trị hiếm trùng nhau nặng hơn;
  "cap": {"least":-5,"most":8} giới hạn số bit của trường hay sai cùng trường khác.
Có thể thêm: "neverWithin" (cột nguồn: cùng nguồn thì không bao giờ trùng), "maxBlock", "estimation"
  {"certain":[["phone"]],"recall":0.9,"rounds":[…],"randomPairs":1000000}, "sameWhen", "vetoes", "mustReview".
Không có --estimate thì mỗi mức phải có "m" và "u", mô hình phải có "prior", "reviewAbove" và "matchAbove".`,
  en: `Model (JSON):
${example}

columns: each is made from CSV headers ("from", one or several) by the steps "as":
  ${steps}
blocking: two records are compared where all columns of one list agree.
comparisons: levels from the closest to else; the last has no "when". Conditions:
  ${conditions}
  "needs": where a side lacks one of these columns the comparison does not count; "termFrequency": rare values weigh more;
  "cap": {"least":-5,"most":8} limits the bits of a field that errs together with others.
May be added: "neverWithin" (source column: records of one source are never the same), "maxBlock", "estimation"
  {"certain":[["phone"]],"recall":0.9,"rounds":[…],"randomPairs":1000000}, "sameWhen", "vetoes", "mustReview".
Without --estimate every level must have "m" and "u", the model "prior", "reviewAbove" and "matchAbove".`,
}
