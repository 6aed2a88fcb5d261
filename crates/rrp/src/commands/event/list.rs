//! `QueryEventList`: the events that wait, or also those that were acknowledged, oldest first.

use engine::Field;
use engine::model::{ListedNotice, Pattern};
use engine::ops::notice::List;

use super::class;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, newest_first, own_alone};
use crate::params::Params;
use crate::times::{self, moment};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    own_alone(&mut params);
    params.choice("INCLUDESUB", &[("0", ())]);
    let is_latest = params.has("LIMIT", "ONLYLAST");
    let page = Page::read(&mut params);
    let page = if is_latest { Page { first: 0, limit: 1 } } else { page };
    let is_wide = params.flag("WIDE").unwrap_or(true);
    let with_past = [params.flag("HISTORY"), params.flag("SHOWALL")].contains(&Some(true));
    let class = params.read("CLASS", Field::Command, Pattern::parse);
    let subclass = params.read("SUBCLASS", Field::Command, Pattern::parse);
    let list = List {
        kinds: class::kinds(class.as_ref(), subclass.as_ref()),
        from: params.read("MINDATE", Field::FirstDay, times::from),
        until: params.read("MAXDATE", Field::LastDay, times::until),
        with_past,
        newest_first: newest_first(&mut params, ORDERS) || is_latest,
        window: page.window(),
    };
    let list = params.finish(Some(list))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |found| {
        let columns = told(&found.rows, is_wide);
        let columns = columns
            .one("events count", found.rows.len().to_string())
            .one("events total", found.total.to_string());
        page.scalars(columns, found.rows.len(), found.total)
    }))
}

fn told(rows: &[ListedNotice], is_wide: bool) -> Columns {
    let columns = Columns::new().each("event", rows, |row| row.notice.id.to_string());
    if !is_wide {
        return columns;
    }
    columns
        .each("eventclass", rows, |row| class::of(&row.notice.event).0.to_owned())
        .each("eventsubclass", rows, |row| class::of(&row.notice.event).1.to_owned())
        .each("event date", rows, |row| moment(row.notice.at))
        .each("object id", rows, |row| row.notice.event.object().to_owned())
}

/// Lists are sorted by age alone.
const ORDERS: &[(&str, bool)] = &[("DATE", false), ("EVENTDATE", false), ("EVENTDATEDESC", true)];
