//! `FindUser`: the accounts directly below the account whose login holds a text.

use engine::Field;
use engine::model::Pattern;
use engine::ops::subaccount::List;

use super::list::answer;
use crate::answer::Ended;
use crate::call::Call;
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.choice("USERDEPTH", &[("SUBUSER", ())]);
    params.choice("MATCHMODE", &[("USER", ())]);
    params.choice("ORDERBY", &[("USERCREATEDDATE", ())]);
    let is_exact = params.flag("EXACTMATCH").unwrap_or(false);
    let pattern = |text: &str| Pattern::parse(&if is_exact { text.to_owned() } else { format!("*{text}*") });
    let login = params.need("PATTERN", Field::Login, pattern);
    let page = Page::read(&mut params);
    let login = params.finish(login)?;
    answer(call, List { above: None, login: Some(login), window: page.window() }, page).await
}
