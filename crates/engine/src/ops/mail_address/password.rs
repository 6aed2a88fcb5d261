use outcomes::{Field, Outcome};

use crate::{
    Failure, Refusal,
    model::{MailPassword, Secret},
    ops::account::{Cost, hash_password},
    ports::Entropy,
};

/// Hashes the password of an address before it is handed to an operation. It needs `shortest` characters, which is what
/// the policy of mail hosting says or, where a client wants no such check, one. Takes tens of milliseconds at full cost:
/// not for an asynchronous thread.
///
/// # Errors
/// `mail_password_weak`, also when it is longer than 255 characters; else as [`hash_password`].
pub fn hash_mail_password(
    password: &Secret,
    shortest: usize,
    cost: Cost,
    entropy: &dyn Entropy,
) -> Result<MailPassword, Failure> {
    // Its length is counted and nothing else learnt of it.
    let length = password.expose().chars().count();
    if !(shortest.max(1)..=255).contains(&length) {
        let refusal = Refusal::new(Outcome::MailPasswordWeak).at(Field::MailPassword);
        return Err(refusal.fact("shortest", shortest.max(1)).into());
    }
    Ok(MailPassword::from_hash(hash_password(password, cost, entropy)?))
}
