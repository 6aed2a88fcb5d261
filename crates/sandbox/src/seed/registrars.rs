//! Who gets names, and the registrars that a set brings along.

use engine::model::{Account, AccountState, Clid, Currency, Handshake, Realm, RegistrarTag};
use engine::ops::account::{Open, SetBilling};
use engine::ops::tag;
use engine::ports::store::{Result as StoreResult, Snapshot};
use engine::{Failure, Field, Outcome, Refusal};

use super::set::{Registrar, Set};
use crate::office::Office;
use crate::sample_party;

/// A registrar that gets names.
#[derive(Clone)]
pub(super) struct Grower {
    pub(super) account: Account,
    /// Its tag as a label of domain names.
    pub(super) label: String,
    /// Whether others can release to it.
    pub(super) takes_releases: bool,
}

/// The registrars with these tags, or all that can log in by EPP.
///
/// # Errors
/// `account_unknown`; `handle_malformed` for a tag that fits into no domain name.
pub(super) async fn growers(office: &Office, tags: Option<Vec<Clid>>) -> Result<Vec<Grower>, Failure> {
    let found = office.look(move |store| tags.map_or_else(|| all(store), |tags| named(store, tags))).await?;
    let mut growers = Vec::new();
    for (clid, grower) in found {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&clid);
        let (account, tag) = grower.ok_or_else(unknown)?;
        let malformed = || Refusal::new(Outcome::HandleMalformed).at(Field::AccountId).value(&clid);
        let label = label(&clid).ok_or_else(malformed)?;
        let takes_releases = !tag.barred && tag.handshake != Handshake::Decline;
        growers.push(Grower { account, label, takes_releases });
    }
    Ok(growers)
}

/// Opens what a set brings along and is not there yet. Answers the registrar that gives names to others.
///
/// # Errors
/// A fault of the store.
pub(super) async fn bring(office: &Office, set: &Set) -> Result<Account, Failure> {
    for registrar in set.registrars {
        let clid = Clid::parse(registrar.tag)?;
        if account(office, clid.clone()).await?.is_none() {
            open(office, clid, registrar).await?;
        }
    }
    let giver = account(office, Clid::parse(set.giver())?).await?;
    giver.ok_or_else(|| Refusal::new(Outcome::AccountUnknown).value(set.giver()).into())
}

type Found = Vec<(Clid, Option<(Account, RegistrarTag)>)>;

fn all(store: &dyn Snapshot) -> StoreResult<Found> {
    let mut found = Vec::new();
    for account in store.accounts()?.into_iter().filter(|account| account.state == AccountState::Active) {
        let has_login = store.credentials(account.id)?.iter().any(|held| held.realm == Realm::Epp);
        if has_login && label(&account.clid).is_some() {
            let tag = store.tag(account.id)?;
            found.push((account.clid.clone(), Some((account, tag))));
        }
    }
    Ok(found)
}

fn named(store: &dyn Snapshot, tags: Vec<Clid>) -> StoreResult<Found> {
    let find = |clid: Clid| {
        let account = store.account_by_clid(&clid)?;
        let with_tag = |account: Account| Ok((account.clone(), store.tag(account.id)?));
        Ok((clid, account.map(with_tag).transpose()?))
    };
    tags.into_iter().map(find).collect()
}

async fn account(office: &Office, clid: Clid) -> StoreResult<Option<Account>> {
    office.look(move |store| store.account_by_clid(&clid)).await
}

/// With credit for the names that it gives to others.
async fn open(office: &Office, clid: Clid, registrar: &Registrar) -> Result<(), Failure> {
    let name = format!("Seed registrar {clid}");
    let opened = Open { clid: clid.clone(), name, currency: Currency::Usd, credit_limit: CREDIT };
    office.command(opened).await?;
    let party = Some(Some(sample_party(&clid)?));
    office.command(SetBilling { party, ..SetBilling::of(clid.clone()) }).await?;
    let tag = RegistrarTag { handshake: registrar.handshake, barred: registrar.barred };
    office.command(tag::Set { clid, tag }).await?;
    Ok(())
}

/// A tag in small letters, if it is one of letters, digits and hyphens within.
fn label(tag: &Clid) -> Option<String> {
    let label = tag.as_str().to_ascii_lowercase();
    let fits = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (fits && !label.starts_with('-') && !label.ends_with('-')).then_some(label)
}

/// In cents.
const CREDIT: u32 = 100_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_a_label_if_it_can_be_one() {
        let label = |tag: &str| label(&Clid::parse(tag).unwrap());
        assert_eq!(label("ALPHA-1").as_deref(), Some("alpha-1"));
        for bad in ["ALPHA_", "-ALPHA", "ALPHA-", "AL.PHA"] {
            assert_eq!(label(bad), None, "{bad}");
        }
    }
}
