//! `AddWebFwd`: visitors of a name are sent on, or shown another page in a frame.

use engine::model::{DomainName, WebForwardingKind, WebTarget};
use engine::ops::web_forwarding::Add;
use engine::{Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let source = params.need("SOURCE", Field::WebSource, DomainName::parse);
    let target = params.need("TARGET", Field::WebTarget, WebTarget::parse);
    let kind = params.need("TYPE", Field::ForwardingType, kind);
    let add = source.zip(target).zip(kind).map(|((source, target), kind)| Add { source, target, kind });
    let add = params.finish(add)?;
    let source = add.source.to_string();
    call.command(add).await.map(|done| Reply::about(done, "source", source))
}

fn kind(text: &str) -> Result<WebForwardingKind, Refusal> {
    match text.to_ascii_lowercase().as_str() {
        "rd" => Ok(WebForwardingKind::Redirect),
        "mrd" => Ok(WebForwardingKind::Framed),
        _ => Err(Refusal::new(Outcome::ForwardingTypeUnknown).value(text)),
    }
}
