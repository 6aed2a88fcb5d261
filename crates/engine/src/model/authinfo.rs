//! Authorization information: the secret that lets a new sponsor request a transfer (RFC 9154).

use hmac::{Hmac, KeyInit, Mac};
use outcomes::Outcome;
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::{ObjectId, Secret};
use crate::{Refusal, keys::AuthInfoKey, ports::Entropy};

/// A secret that a client presents or sets. An empty one opens nothing, and setting it means having none (RFC 9154
/// section 4.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthInfo(Secret);

impl AuthInfo {
    /// Takes a secret that a client presents.
    pub fn presented(text: &str) -> Self {
        Self(Secret::new(text))
    }

    /// Takes a secret that is to be kept; `None` if it is empty.
    pub fn to_keep(secret: &Secret) -> Option<Self> {
        (!secret.is_empty()).then(|| Self(secret.clone()))
    }

    /// A new one that nobody can guess: 24 letters and digits, which is 139 bits. The text is for the letter that tells
    /// it; nothing else shows it ever again.
    pub fn generate(entropy: &dyn Entropy) -> (Self, Secret) {
        let secret = Secret::generate(entropy, GENERATED_LENGTH);
        (Self(secret.clone()), secret)
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a secret that is to be set; an empty one means "none".
    ///
    /// # Errors
    /// `authinfo_weak` when it is shorter than `shortest` characters or longer than 255.
    pub fn parse(secret: &Secret, shortest: usize) -> Result<Option<Self>, Refusal> {
        let length = secret.expose().chars().count();
        if length != 0 && !(shortest..=255).contains(&length) {
            return Err(Refusal::new(Outcome::AuthinfoWeak).fact("shortest", shortest));
        }
        Ok(Self::to_keep(secret))
    }

    /// What is kept of it for one object.
    pub fn digest(&self, object: ObjectId, key: &AuthInfoKey) -> AuthInfoDigest {
        // The key is 32 bytes; HMAC takes keys of any length, so this cannot fail.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.bytes()) else { return AuthInfoDigest([0; 32]) };
        mac.update(&object.0.to_be_bytes());
        mac.update(self.0.expose().as_bytes());
        AuthInfoDigest(mac.finalize().into_bytes().into())
    }
}

const GENERATED_LENGTH: usize = 24;

/// A keyed hash of an authInfo, bound to its object: all that is stored. Compared in constant time.
#[derive(Clone, Copy)]
pub struct AuthInfoDigest([u8; 32]);

impl AuthInfoDigest {
    /// The bytes, for the store.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A digest that comes back from the store; `None` if it has the wrong length.
    pub fn from_store(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl serde::Serialize for AuthInfoDigest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&hex::encode(self.0))
    }
}

impl<'de> serde::Deserialize<'de> for AuthInfoDigest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        let mut bytes = [0; 32];
        hex::decode_to_slice(digits, &mut bytes).map_err(serde::de::Error::custom)?;
        Ok(Self(bytes))
    }
}

impl PartialEq for AuthInfoDigest {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for AuthInfoDigest {}

impl std::fmt::Debug for AuthInfoDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AuthInfoDigest(***)")
    }
}
