//! `GetTLDList`: the TLDs that the account sells. In XML each stands in an element around another of the same name.

use super::sold;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let done = sold::offers(call).await?;
    Ok(Reply::of(done, |offers| {
        let rows = offers.iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (offer, place)| {
            fields.row("tld", place, vec![("tld", offer.zone.name.to_string())])
        });
        Fields::new().group("tldlist", rows.one("tldcount", offers.len().to_string()))
    }))
}
