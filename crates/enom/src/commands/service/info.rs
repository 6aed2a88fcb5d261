//! `GetWPPSInfo`: whether the people of a domain are hidden, and whether they can be.

use engine::ops::privacy::{Info, PrivacyView};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::of(done, |view| Fields::new().group("GetWPPSInfo", flags(&view))))
}

/// How a domain stands with privacy, in the fields that several commands have of it.
pub(in crate::commands) fn flags(view: &PrivacyView) -> Fields {
    let word = |is_so: bool| u8::from(is_so).to_string();
    let end = view.privacy.map(|privacy| moment(privacy.expires_at)).unwrap_or_default();
    Fields::new()
        .one("WPPSAllowed", word(view.is_offered))
        .one("WPPSExists", word(view.privacy.is_some()))
        .one("WPPSEnabled", word(view.is_enabled()))
        .one("WPPSExpDate", end)
        .one("WPPSAutoRenew", word(view.privacy.is_some_and(|privacy| privacy.renews)))
}
