//! Secrets that the server has to know in clear again, and that do not lie in the store in clear.

use std::fmt;

use chacha20poly1305::{
    ChaCha20Poly1305, Nonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, KeyInit as _, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{AccountId, Secret};
use crate::{Fault, keys::AuthInfoKey};

/// A secret of an account, encrypted (RFC 8439) under a key that does not stand in the store, and bound to the account.
///
/// The nonce is made of the secret itself under another key, so that two secrets never share one and a repeated
/// command stores the same bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedSecret(Box<[u8]>);

impl SealedSecret {
    /// Encrypts a secret.
    ///
    /// # Errors
    /// A fault if it is longer than the cipher takes, which is 256 gigabytes.
    pub fn seal(secret: &Secret, account: AccountId, key: &AuthInfoKey) -> Result<Self, Fault> {
        let bound = account.0.to_be_bytes();
        let nonce_key = derived(key, b"nonce")?;
        let mac = mac(&nonce_key, &[&bound, secret.expose().as_bytes()])?;
        let nonce: [u8; NONCE] = std::array::from_fn(|index| mac[index]);
        let payload = Payload { msg: secret.expose().as_bytes(), aad: &bound };
        let sealed = cipher(key)?.encrypt(&Nonce::from(nonce), payload).map_err(Fault::internal)?;
        Ok(Self([nonce.as_slice(), &sealed].concat().into()))
    }

    /// Decrypts it.
    ///
    /// # Errors
    /// A fault if it was changed, belongs to another account, or was sealed under another key.
    pub fn open(&self, account: AccountId, key: &AuthInfoKey) -> Result<Secret, Fault> {
        let unreadable = || Fault::internal(format!("a secret of account {} does not open", account.0));
        let (nonce, sealed) = self.0.split_first_chunk::<NONCE>().ok_or_else(unreadable)?;
        let payload = Payload { msg: sealed, aad: &account.0.to_be_bytes() };
        let clear = cipher(key)?.decrypt(&Nonce::from(*nonce), payload).map_err(|_| unreadable())?;
        String::from_utf8(clear).map(Secret::new).map_err(|_| unreadable())
    }

    /// The bytes, for the store.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// A secret that comes back from the store.
    pub fn from_store(bytes: &[u8]) -> Self {
        Self(bytes.into())
    }
}

impl fmt::Debug for SealedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealedSecret(***)")
    }
}

fn cipher(key: &AuthInfoKey) -> Result<ChaCha20Poly1305, Fault> {
    let key = derived(key, b"cipher")?;
    ChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(Fault::internal)
}

/// A key for one purpose. No hash of an authInfo begins with these eight bytes, because no object has this id.
fn derived(key: &AuthInfoKey, purpose: &[u8]) -> Result<Zeroizing<[u8; 32]>, Fault> {
    mac(key.bytes(), &[&[0xff; 8], b"sealed secret ", purpose])
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> Result<Zeroizing<[u8; 32]>, Fault> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(Fault::internal)?;
    parts.iter().for_each(|part| mac.update(part));
    Ok(Zeroizing::new(mac.finalize().into_bytes().into()))
}

const NONCE: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_for_its_account_under_its_key_and_unchanged() {
        let (key, other) = (AuthInfoKey::new([1; 32]), AuthInfoKey::new([2; 32]));
        let (account, secret) = (AccountId(5), Secret::new("swordfish"));
        let sealed = SealedSecret::seal(&secret, account, &key).unwrap();
        assert_eq!(sealed.open(account, &key).unwrap(), secret);
        assert_eq!(sealed, SealedSecret::seal(&secret, account, &key).unwrap());
        assert!(!sealed.bytes().windows(9).any(|window| window == b"swordfish"));
        assert!(sealed.open(AccountId(6), &key).is_err());
        assert!(sealed.open(account, &other).is_err());
        for index in 0..sealed.bytes().len() {
            let mut bytes = sealed.bytes().to_vec();
            bytes[index] ^= 1;
            assert!(SealedSecret::from_store(&bytes).open(account, &key).is_err(), "byte {index}");
        }
        assert!(SealedSecret::from_store(&[]).open(account, &key).is_err());
    }
}
