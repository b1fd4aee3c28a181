// The keys of the dossier page, as they are printed for the desk: the same everywhere, none of them a letter.
import type { Text, Visit } from '../visit.tsx'

const title: Text = { vi: 'Phím tắt', en: 'Keys' }

export const keys: readonly { readonly key: string; readonly text: Text }[] = [
  {
    key: 'Enter',
    text: {
      vi: 'Xác nhận giá trị đang xem (hoặc nhận chữ vừa gõ), sang mục cần xem tiếp theo',
      en: 'Confirm (or take what was typed) and go to the next problem',
    },
  },
  { key: 'Tab, ↓', text: { vi: 'Sang mục sau, không xác nhận', en: 'Go on without confirming' } },
  { key: 'Shift+Tab, ↑', text: { vi: 'Về mục trước, không xác nhận', en: 'Go back without confirming' } },
  { key: 'F2', text: { vi: 'Chọn cả ô để gõ lại', en: 'Select all to type anew' } },
  { key: 'Alt+1 … Alt+9', text: { vi: 'Nhận giá trị gợi ý', en: 'Take a suggestion' } },
  { key: 'F3', text: { vi: 'Có chữ nhưng không đọc được', en: 'Written, but unreadable' } },
  { key: 'F4', text: { vi: 'Giấy không ghi gì', en: 'Blank on paper' } },
  { key: 'F6', text: { vi: 'Đề nghị quét lại trang này', en: 'Ask for the page to be scanned again' } },
  {
    key: 'F9, Ctrl+Z',
    text: { vi: 'Hoàn tác quyết định của mục (Ctrl+Z: quyết định vừa xong)', en: 'Undo (Ctrl+Z: the last decision)' },
  },
  { key: 'Ctrl+↑, Ctrl+↓', text: { vi: 'Phóng to, thu nhỏ ảnh trang', en: 'Zoom the page' } },
  { key: 'Esc', text: { vi: 'Bỏ chữ vừa gõ', en: 'Take back what was typed' } },
  { key: 'Ctrl+Enter', text: { vi: 'Trình duyệt', en: 'Submit for approval' } },
  { key: 'Ctrl+→', text: { vi: 'Hồ sơ tiếp theo', en: 'Next dossier' } },
]

export function KeyHelp({ visit }: { readonly visit: Visit }) {
  return (
    <details class="key-help">
      <summary>{visit.say(title)}</summary>
      <dl>
        {keys.map(({ key, text }) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{visit.say(text)}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
