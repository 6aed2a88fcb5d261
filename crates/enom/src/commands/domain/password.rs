//! `GetPasswordBit`, `SetPassword` and `ValidatePassword`: the access password of a domain, which is its authInfo. It is never
//! told.

use engine::Field;
use engine::model::{AuthInfo, Secret};
use engine::ops::AuthInfoProof;
use engine::ops::domain::{Dossier, Info, Update};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn bit(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| {
        Fields::new().one("PasswordBit", u8::from(dossier.view.domain.authinfo.is_some()).to_string())
    }))
}

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let password = params.need("DomainPassword", Field::Password, |text| Ok(Secret::new(text.to_owned())));
    let update =
        name.zip(password).map(|(name, password)| Update { authinfo: Some(password), ..Update::of(name) });
    let done = call.command(params.finish(update)?).await?;
    Ok(Reply::of(done, |()| Fields::new()))
}

pub(in crate::commands) async fn validate(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let password = params.need("DomainPassword", Field::Password, |text| Ok(AuthInfo::presented(text)));
    let (name, authinfo) = params.finish(name.zip(password))?;
    let own = call.query(Dossier { name: name.clone() }).await?;
    let proof = Some(AuthInfoProof { authinfo, roid: None });
    call.query(Info { name, proof }).await?;
    Ok(Reply::of(own, |_| Fields::new()))
}
