/** Urdu words of what an editor is told before a piece leaves. */

const about = (claim: string | null) => (claim === null ? '' : ` ”${claim}“`);

export const publishingWords = {
  exportProblems: {
    unsupported: (claim: string | null) => `دعوے${about(claim)} کی تائید کسی ماخذ سے نہیں ہوتی۔`,
    contested: (claim: string | null) => `دعوے${about(claim)} پر ماخذ الگ الگ جواب دیتے ہیں۔`,
    stale: (claim: string | null) => `دعوے${about(claim)} کے لیے نقل کیے گئے الفاظ ماخذ میں اب نہیں رہے۔`,
    missing: (claim: string | null) =>
      claim === null
        ? 'متن میں ایک ایسا حوالہ ہے جو موجود نہیں؛ اس کی جگہ پر نشان ہے۔'
        : `دعوے${about(claim)} میں ایک ایسا حوالہ ہے جو موجود نہیں۔`,
    image: (_claim: string | null) => 'تصویر شامل نہیں کی گئی: اس کا پتا دکھایا نہیں جا سکتا۔',
  },
};
