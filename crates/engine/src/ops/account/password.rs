//! Hashing and verifying passwords (Argon2id, RFC 9106).

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

use crate::{
    Fault, Writing,
    model::{AccountId, Proof, Realm, Secret},
    ports::Entropy,
};

/// A password as it is handed to the store: what is costly about it was done before.
#[derive(Clone, Debug)]
pub enum NewSecret {
    /// Its hash, from [`hash_password`].
    Hashed(String),
    /// Itself, for a realm that shares secrets. It is encrypted where it is stored.
    Shared(Secret),
}

impl NewSecret {
    /// A password for a realm. Takes tens of milliseconds at full cost where it is hashed: not for an asynchronous
    /// thread.
    ///
    /// # Errors
    /// As [`hash_password`].
    pub fn of(realm: Realm, password: &Secret, cost: Cost, entropy: &dyn Entropy) -> Result<Self, Fault> {
        if realm.shares_secrets() {
            return Ok(Self::Shared(password.clone()));
        }
        hash_password(password, cost, entropy).map(Self::Hashed)
    }

    pub(in crate::ops) fn proof(&self, cx: &Writing<'_>, account: AccountId) -> Result<Proof, Fault> {
        Ok(match self {
            Self::Hashed(hash) => Proof::Hash(hash.clone()),
            Self::Shared(secret) => Proof::Sealed(cx.seal(secret, account)?),
        })
    }
}

/// How much work a hash is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// For passwords that protect something: 19 MiB, two passes.
    Full,
    /// For the published passwords of the sandbox's accounts, which protect nothing: starting must take a blink.
    Published,
}

/// Hashes a password with a fresh salt. Takes tens of milliseconds at full cost: not for an asynchronous thread.
///
/// # Errors
/// A fault if the library refuses, which it has no reason to.
pub fn hash_password(password: &Secret, cost: Cost, entropy: &dyn Entropy) -> Result<String, Fault> {
    let mut salt = [0; 16];
    entropy.fill(&mut salt);
    let hash: Result<argon2::password_hash::phc::PasswordHash, _> =
        hasher(cost)?.hash_password_with_salt(password.expose().as_bytes(), &salt);
    hash.map(|hash| hash.to_string())
        .map_err(|error| Fault::internal(format_args!("hashing a password: {error}")))
}

/// Whether a password is the one that was hashed. Costs what hashing cost.
pub(super) fn verify_password(password: &Secret, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.expose().as_bytes(), &hash).is_ok())
}

fn hasher(cost: Cost) -> Result<Argon2<'static>, Fault> {
    let (memory_kib, passes) = match cost {
        Cost::Full => (19 * 1024, 2),
        Cost::Published => (64, 1),
    };
    let params = Params::new(memory_kib, passes, 1, None).map_err(Fault::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A hash of full cost that no password has. Verified against when there is no account, so that its absence cannot be
/// told from the time an answer takes.
pub(super) const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$Y2hhbmNlcnktbm9ib2R5IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

#[cfg(test)]
mod tests {
    use super::*;

    struct Zeros;

    impl Entropy for Zeros {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }

    #[test]
    fn verifies_only_the_password_that_was_hashed() {
        for cost in [Cost::Full, Cost::Published] {
            let hash = hash_password(&Secret::new("alpha-secret"), cost, &Zeros).unwrap();
            assert!(verify_password(&Secret::new("alpha-secret"), &hash));
            assert!(!verify_password(&Secret::new("alpha-secreT"), &hash));
        }
    }

    #[test]
    fn nobody_is_a_well_formed_hash_of_full_cost() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert!(!verify_password(&Secret::new(""), NOBODY));
        let real = hash_password(&Secret::new("x"), Cost::Full, &Zeros).unwrap();
        let parameters = |hash: &str| hash.split('$').nth(3).map(str::to_owned);
        assert_eq!(parameters(&real), parameters(NOBODY));
    }
}
