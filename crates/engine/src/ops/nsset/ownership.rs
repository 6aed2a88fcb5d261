//! Finding the set that a request is about.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Refusal, Writing,
    model::{AuthInfo, Nsset, NssetName},
    ports::store::Snapshot,
};

/// The set with a name.
///
/// # Errors
/// `nsset_unknown`.
pub(in crate::ops) fn find<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    name: &NssetName,
) -> Result<Nsset, Failure> {
    cx.store
        .nsset(name)?
        .ok_or_else(|| Refusal::new(Outcome::NssetUnknown).at(Field::NssetName).value(name).into())
}

/// Whether the actor shows the right authInfo of a set.
///
/// # Errors
/// `authinfo_missing`, `authinfo_wrong`, `authinfo_locked`.
pub(super) fn prove(cx: &Writing<'_>, nsset: &Nsset, proof: Option<&AuthInfo>) -> Result<(), Failure> {
    let missing = || Refusal::new(Outcome::AuthinfoMissing).at(Field::Authinfo).value(&nsset.name);
    let proof = proof.filter(|proof| !proof.is_empty()).ok_or_else(missing)?;
    cx.prove(proof, nsset.authinfo.as_ref(), nsset.id.into(), nsset.name.as_str())
}
