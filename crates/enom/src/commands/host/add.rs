//! `RegisterNameServer`: a host with its address.

use engine::Field;
use engine::model::{DomainName, HostAddress};
use engine::ops::Needless;
use engine::ops::host::Create;
use outcomes::Operation as Name;

use crate::answer::{Ended, Reply, registry};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.need("NSName", Field::HostName, DomainName::parse);
    let address = params.need("IP", Field::HostAddress, |text| HostAddress::parse(text, text.contains(':')));
    let create = name.zip(address).map(|(name, address)| Create {
        name,
        addresses: vec![address],
        needless: Needless::default(),
    });
    let create = params.finish(create)?;
    let address = create.addresses[0].ip().to_string();
    let done = call.command(create).await?;
    let outcome = done.outcome;
    Ok(Reply::of(done, |created| {
        let told = Fields::new().one("NS", created.name.as_str()).one("IP", address).one("NsSuccess", "1");
        registry(Fields::new().group("RegisterNameserver", told), outcome, Name::HostCreate)
    }))
}
