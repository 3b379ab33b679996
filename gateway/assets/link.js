// A link that a QR code carries stands behind the `#`, which browsers send nowhere. It is moved into the form, or kept
// in this window until somebody has signed in, and taken out of the address.
const KEPT = 'causeway-link';
const field = document.getElementById('link');

const scanned = location.hash.includes('shlink:/') ? location.href : null;
const link = scanned ?? sessionStorage.getItem(KEPT);

if (scanned !== null) history.replaceState(null, '', location.pathname);
if (link !== null && field !== null) {
  field.value = link;
  sessionStorage.removeItem(KEPT);
  document.getElementById('passcode').focus();
} else if (scanned !== null) {
  sessionStorage.setItem(KEPT, scanned);
  document.getElementById('link-kept').hidden = false;
}
