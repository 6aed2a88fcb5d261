//! `ConvertIDN`: names in both of their forms. What cannot be converted has an empty cell.

use engine::Field;
use engine::ops::domain::Check;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let texts = params.texts("DOMAIN");
    if texts.is_empty() {
        params.add(missing("DOMAIN", Field::DomainName));
    }
    let texts = params.finish(Some(texts))?;
    let names: Vec<_> = texts.iter().map(|text| name::parse(text)).collect();
    let (mut idn, mut ace) = (Vec::new(), Vec::new());
    for name in &names {
        idn.push(name.as_ref().map(engine::model::DomainName::unicode).unwrap_or_default());
        ace.push(name.as_ref().map(ToString::to_string).unwrap_or_default());
    }
    let done = call.glance(Check { most: Some(names.len()), names })?;
    Ok(Reply::of(done, |_| Columns::new().many("idn", idn).many("ace", ace)))
}
