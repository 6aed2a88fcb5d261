use std::fs;

use engine::model::OperationId;
use serde_json::Value;

use super::batch::Batch;
use super::*;
use crate::scrub::Content;

fn entry(number: i64) -> Entry<'static> {
    Entry {
        at_millis: 1_900_000_000_000 + number,
        trid: OperationId(number),
        protocol: "epp",
        peer: "192.0.2.1:4711".parse().unwrap(),
        account: (number % 2 == 0).then_some("ALPHA"),
        request: (Content::Xml, b"<epp><clID>A</clID><pw>sesame</pw>\"\n\xff</epp>"),
        answer: (Content::Xml, b"<epp><domain:pw>sesame</domain:pw></epp>"),
        code: 1000,
    }
}

fn read(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn numbers(path: &Path) -> Vec<i64> {
    read(path).iter().map(|line| line["at"].as_i64().unwrap() - 1_900_000_000_000).collect()
}

#[test]
fn entries_are_written_in_order_as_json_without_their_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(folder.path(), Settings::default(), &Metrics::new()).unwrap();
    journal.record(&entry(0));
    journal.record(&entry(1));
    journal.flush();
    let lines = read(&folder.path().join("journal.jsonl"));
    let expected = serde_json::json!({
        "at": 1_900_000_000_000_i64, "protocol": "epp", "peer": "192.0.2.1:4711", "account": "ALPHA", "trid": "CHY-0",
        "code": 1000, "request": "<epp><clID>A</clID><pw>***</pw>\"\n\u{fffd}</epp>",
        "answer": "<epp><domain:pw>***</domain:pw></epp>",
    });
    assert_eq!(lines[0], expected);
    assert_eq!((lines[1]["account"].clone(), lines.len()), (Value::Null, 2));
    assert_eq!(journal.recent(1), [lines[1].to_string()]);
}

#[test]
fn the_last_clone_writes_what_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Journal::open(folder.path(), Settings::default(), &Metrics::new()).unwrap();
    let other = journal.clone();
    (0..100).for_each(|number| journal.record(&entry(number)));
    drop(journal);
    other.record(&entry(100));
    drop(other);
    assert_eq!(numbers(&folder.path().join("journal.jsonl")), (0..=100).collect::<Vec<i64>>());
}

#[test]
fn what_does_not_fit_is_counted_and_the_gap_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let metrics = Metrics::new();
    let size = Batch::size_of(&entry(0));
    let settings = Settings { queue_bytes: 3 * size + size / 2, ..Settings::default() };
    let journal = Journal::open(folder.path(), settings, &metrics).unwrap();
    // All at once, and no more than the thread lets gather: it cannot take any off in between, or takes all.
    let open = journal.0.as_ref().unwrap();
    for number in 0..1000 {
        open.queue.push(&entry(number));
    }
    journal.flush();
    let lines = read(&folder.path().join("journal.jsonl"));
    let lost: i64 = lines.iter().filter_map(|line| line["lost"].as_i64()).sum();
    let kept = lines.iter().filter(|line| line.get("at").is_some()).count();
    assert!(lost > 0, "the queue holds three of a thousand");
    assert_eq!(kept as i64 + lost, 1000);
    assert!(metrics.encode().contains(&format!("chancery_journal_lost_total {lost}\n")));
    let gap = lines.iter().position(|line| line.get("lost").is_some()).unwrap();
    assert_eq!(lines[gap - 1]["at"].as_i64().unwrap() - 1_900_000_000_000, gap as i64 - 1);
}

#[test]
fn files_are_numbered_by_size_and_the_oldest_go() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { max_file_bytes: 500, keep_files: 2, ..Settings::default() };
    let journal = Journal::open(folder.path(), settings, &Metrics::new()).unwrap();
    (0..10).for_each(|number| journal.record(&entry(number)));
    journal.close();
    assert_eq!(numbers(&folder.path().join("journal.jsonl")), [8, 9]);
    assert_eq!(numbers(&folder.path().join("journal.1.jsonl")), [6, 7]);
    assert_eq!(numbers(&folder.path().join("journal.2.jsonl")), [4, 5]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn a_file_is_gone_on_with_and_a_line_cut_by_a_crash_spoils_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal.jsonl");
    fs::write(&path, "{\"at\":1900000000007}\n{\"at\":19000").unwrap();
    let journal = Journal::open(folder.path(), Settings::default(), &Metrics::new()).unwrap();
    journal.record(&entry(8));
    journal.close();
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[1]), (3, "{\"at\":19000"));
    assert!(serde_json::from_str::<Value>(lines[2]).is_ok());
}

#[test]
fn a_disk_that_refuses_costs_entries_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let metrics = Metrics::new();
    let settings = Settings { max_file_bytes: 1, ..Settings::default() };
    let journal = Journal::open(folder.path(), settings, &metrics).unwrap();
    journal.record(&entry(0));
    journal.flush();
    // The next file cannot be made where its folder is gone.
    fs::remove_dir_all(folder.path()).unwrap();
    journal.record(&entry(1));
    journal.record(&entry(2));
    journal.flush();
    assert!(metrics.encode().contains("chancery_journal_lost_total 2\n"));
    fs::create_dir_all(folder.path()).unwrap();
    journal.record(&entry(3));
    journal.flush();
    assert_eq!(read(&folder.path().join("journal.1.jsonl")), [serde_json::json!({"lost": 2})]);
    assert_eq!(numbers(&folder.path().join("journal.jsonl")), [3]);
}

#[test]
fn memory_keeps_the_last_lines_within_its_bound() {
    let settings = Settings { tail_bytes: 1000, ..Settings::default() };
    let journal = Journal::in_memory(settings, &Metrics::new()).unwrap();
    (0..50).for_each(|number| journal.record(&entry(number)));
    journal.flush();
    let lines = journal.recent(usize::MAX);
    assert!(lines.iter().map(String::len).sum::<usize>() <= 1000 && lines.len() > 2);
    assert!(lines.last().unwrap().contains("CHY-1H"));
    assert_eq!(journal.recent(2), lines[lines.len() - 2..]);
}

#[test]
fn a_disabled_or_closed_journal_takes_entries_without_harm() {
    let journal = Journal::disabled();
    assert!(!journal.is_enabled());
    journal.record(&entry(0));
    journal.flush();
    assert!(journal.recent(1).is_empty());
    let metrics = Metrics::new();
    let closed = Journal::in_memory(Settings::default(), &metrics).unwrap();
    closed.close();
    closed.record(&entry(0));
    closed.flush();
    assert!(metrics.encode().contains("chancery_journal_lost_total 1\n"));
}
