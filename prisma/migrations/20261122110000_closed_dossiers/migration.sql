-- A dossier with a paper marked secret whose agency may not hold such papers: nothing of it is read, nothing read is kept.
CREATE VIEW "ClosedDossier" AS
SELECT d."dossier" FROM "Dossier" d JOIN "Agency" a ON a."code" = d."agency"
WHERE NOT a."mayHoldSecret" AND EXISTS (SELECT 1 FROM "SecretPaper" s WHERE s."dossier" = d."dossier");
