/**
 * Terminology. One concept, one word, the field's own.
 *
 *   agency            cơ quan, đơn vị: a node of the tree of agencies; key on batch, dossier, person
 *   batch             đợt số hóa: one delivery of scans
 *   scan              tệp quét: one file as delivered, never changed
 *   page              trang: one side of paper
 *   dossier           hồ sơ: one person's papers as delivered
 *   document          thành phần hồ sơ: one paper of a dossier, pages of one form
 *   form template     mẫu biểu: where on a form each field stands, as data
 *   field             trường thông tin: an entry of the catalogue, fields.ts
 *   reading           giá trị đọc được: raw text, typed value, confidence, provenance
 *   provenance        xuất xứ: document, page, box
 *   confidence/grade  độ tin cậy / mức: the engine's opinion / what people see of it
 *   rule, finding     quy tắc, phát hiện: a law as a function / a law not satisfied
 *   waive             chấp nhận ngoại lệ
 *   steward, decision cán bộ rà soát, quyết định rà soát
 *   candidate pair    cặp nghi trùng, with its match weight (trọng số khớp)
 *   golden record     bản ghi chuẩn: what survives of a person's dossiers (survivorship)
 *   code list         danh mục
 *   export package    gói dữ liệu; receipt: biên nhận of the national database
 *   unit              the unit of work of a stage, never an agency
 */
export * from './account.ts'
export * from './backup.ts'
export * from './batch.ts'
export * from './bundle.ts'
export * from './code-list.ts'
export * from './contents-list.ts'
export * from './contract.ts'
export * from './decision.ts'
export * from './delivered-picture.ts'
export * from './document.ts'
export * from './edossier.ts'
export * from './exchange.ts'
export * from './export.ts'
export * from './fields.ts'
export * from './fields/define.ts'
export * from './finding.ts'
export * from './form-template.ts'
export * from './grading.ts'
export * from './legacy-encoding.ts'
export * from './linkage-model.ts'
export * from './listed-person.ts'
export * from './linkage.ts'
export * from './page-text.ts'
export * from './paper-kind.ts'
export * from './person.ts'
export * from './profile.ts'
export * from './profile-package.ts'
export * from './read-api.ts'
export * from './reading.ts'
export * from './second-reading.ts'
export * from './secret.ts'
export * from './roster.ts'
export * from './sample.ts'
export * from './scorecard.ts'
export * from './source-order.ts'
export * from './trace.ts'
