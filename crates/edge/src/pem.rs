//! A private key as text.

use std::fmt;

use zeroize::Zeroizing;

/// A private key in PEM. It does not print, and its memory is wiped when it goes.
#[derive(Clone)]
pub struct SecretPem(Zeroizing<String>);

impl SecretPem {
    /// Takes over the text of a key.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself. Only for what truly needs the key.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretPem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretPem(not shown)")
    }
}
