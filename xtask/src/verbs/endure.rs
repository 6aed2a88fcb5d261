//! `cargo xtask endure`: the goals of reliability, tried for as long as they say. `docs/reliability.md` is their table.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};

use crate::workspace::cargo_with;

/// A test that goes on longer when it is told to, and the goals that it proves.
struct Trial {
    goals: &'static [&'static str],
    package: &'static str,
    /// The file of tests, as cargo names it.
    file: &'static str,
    test: &'static str,
}

/// Runs the trials. `--only R1,R24` picks some, `--scale 0.1` makes them shorter than the reference.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let wish = Wish::read(arguments)?;
    let chosen: Vec<&Trial> = TRIALS.iter().filter(|trial| wish.includes(trial)).collect();
    ensure!(!chosen.is_empty(), "no trial proves that; there are {}", goals());
    let failed: Vec<&str> =
        chosen.iter().filter(|trial| trial.run(&wish.scale).is_err()).map(|trial| trial.test).collect();
    println!("{} trials, {} failed", chosen.len(), failed.len());
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

struct Wish {
    /// Empty for all.
    only: BTreeSet<String>,
    scale: String,
}

impl Wish {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut wish = Self { only: BTreeSet::new(), scale: "1".to_owned() };
        for pair in arguments.chunks(2) {
            let [option, value] = pair else { bail!("{} needs a value", pair[0]) };
            match option.as_str() {
                "--only" => wish.only = value.split(',').map(str::to_owned).collect(),
                "--scale" => {
                    let scale: f64 = value.parse().with_context(|| format!("{value:?} is no number"))?;
                    ensure!(scale > 0.0 && scale.is_finite(), "the scale has to be above zero");
                    wish.scale = scale.to_string();
                }
                _ => bail!("endure takes --only R1,R24 and --scale 0.1, not {option:?}"),
            }
        }
        let unknown =
            wish.only.iter().find(|goal| !TRIALS.iter().any(|trial| trial.goals.contains(&goal.as_str())));
        match unknown {
            Some(goal) => bail!("no trial proves {goal}; there are {}", goals()),
            None => Ok(wish),
        }
    }

    fn includes(&self, trial: &Trial) -> bool {
        self.only.is_empty() || trial.goals.iter().any(|goal| self.only.contains(*goal))
    }
}

impl Trial {
    fn run(&self, scale: &str) -> Result<()> {
        let Self { package, file, test, .. } = self;
        println!("{}", self.goals.join(", "));
        let line = ["test", "--quiet", "-p", package, "--test", file, "--", "--exact", test];
        cargo_with(
            &[&line[..], &["--include-ignored", "--nocapture"]].concat(),
            &[("CHANCERY_ENDURE", scale)],
        )
    }
}

fn goals() -> String {
    let all: BTreeSet<&str> = TRIALS.iter().flat_map(|trial| trial.goals).copied().collect();
    all.into_iter().collect::<Vec<_>>().join(" ")
}

const fn trial(
    goals: &'static [&'static str],
    package: &'static str,
    file: &'static str,
    test: &'static str,
) -> Trial {
    Trial { goals, package, file, test }
}

const TRIALS: [Trial; 32] = [
    trial(&["R1"], "chancery", "crash", "nothing_that_was_acknowledged_is_lost_and_nothing_is_billed_twice"),
    trial(&["R1"], "chancery", "crash", "one_session_loses_nothing_either"),
    trial(
        &["R1"],
        "store",
        "contract",
        "sqlite::redo::a_kill_at_any_byte_of_the_log_keeps_what_was_written_before_it",
    ),
    trial(&["R1"], "store", "contract", "sqlite::redo::a_power_cut_takes_nothing_that_was_answered"),
    trial(&["R4"], "chancery", "bad_disk", "a_sync_that_fails_ends_the_server_and_loses_nothing"),
    trial(&["R5"], "chancery", "bad_disk", "a_full_disk_refuses_changes_and_recovers"),
    trial(&["R5"], "chancery", "bad_disk", "a_small_file_system_that_is_full_refuses_changes_and_recovers"),
    trial(
        &["R6"],
        "store",
        "contract",
        "sqlite::failing_write::a_write_without_room_is_refused_and_the_next_is_made",
    ),
    trial(&["R6"], "store", "contract", "sqlite::failing_write::a_write_by_half_is_finished_or_refused"),
    trial(&["R6"], "store", "contract", "sqlite::failing_write::a_write_that_is_interrupted_is_made_again"),
    trial(
        &["R7"],
        "store",
        "contract",
        "sqlite::damage::a_flipped_bit_is_survived_and_what_is_noticed_names_its_place",
    ),
    trial(&["R7"], "store", "contract", "sqlite::redo::a_damaged_log_is_refused_and_nothing_forgotten"),
    trial(&["R16"], "chancery", "lost_answers", "who_asks_again_hears_the_truth_and_pays_once"),
    trial(&["R17"], "chancery", "races", "a_name_has_one_winner"),
    trial(&["R18"], "chancery", "races", "what_happens_at_once_happens_in_some_order"),
    trial(&["R18"], "chancery", "races", "a_transfer_ends_once"),
    trial(&["R18"], "chancery", "races", "a_renewal_is_done_once"),
    trial(&["R19"], "chancery", "races", "the_last_credit_is_spent_once"),
    trial(&["R22"], "chancery", "races", "a_message_is_acknowledged_once"),
    trial(&["R22"], "chancery", "messages", "messages_outlive_crashes_until_they_are_acknowledged"),
    trial(&["R23"], "engine", "rules", "properties::ledger::the_books_are_in_order_after_every_step"),
    trial(&["R24"], "chancery", "flood", "silent_connections_are_dropped_and_cost_little"),
    trial(&["R25"], "chancery", "flood", "a_flood_of_handshakes_leaves_room_for_sessions"),
    trial(&["R26"], "chancery", "flood", "frames_that_drip_are_dropped_at_their_deadline"),
    trial(&["R26"], "chancery", "flood", "http_that_drips_is_dropped_at_its_deadline"),
    trial(&["R27"], "chancery", "flood", "who_never_reads_is_dropped"),
    trial(&["R28", "R30", "R31"], "chancery", "hostile", "damaged_frames_are_answered_or_end_the_session"),
    trial(&["R29", "R30"], "chancery", "hostile", "refusing_is_cheap_and_keeps_no_memory"),
    trial(&["R35"], "chancery", "guessing", "a_failed_login_does_not_tell_what_was_wrong"),
    trial(&["R35"], "chancery", "guessing", "passwords_cannot_be_guessed_by_trying"),
    trial(&["R36"], "chancery", "guessing", "a_wrong_authinfo_does_not_tell_how_wrong_it_is"),
    trial(&["R44"], "chancery", "stopping", "a_stop_under_load_leaves_nothing_in_doubt"),
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::workspace::root;

    fn has_test(file: &Path, name: &str) -> bool {
        fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("fn {name}(")))
    }

    /// Where a trial's test is: in a file of its own, in a folder, or in a module below it.
    fn places(trial: &Trial) -> Vec<PathBuf> {
        let tests = root().join("crates").join(trial.package).join("tests");
        let (modules, _) = trial.test.rsplit_once("::").unwrap_or_default();
        let below = tests.join(trial.file).join(modules.replace("::", "/")).with_extension("rs");
        vec![tests.join(trial.file).with_extension("rs"), below]
    }

    #[test]
    fn every_trial_is_a_test() {
        for trial in &TRIALS {
            let name = trial.test.rsplit("::").next().unwrap_or_default();
            assert!(places(trial).iter().any(|file| has_test(file, name)), "{}", trial.test);
        }
    }

    /// The table names tests as `file::name`.
    #[test]
    fn every_test_in_the_table_is_there_and_every_trial_is_in_it() {
        let table = fs::read_to_string(root().join("docs/reliability.md")).unwrap();
        let named: Vec<(&str, &str)> = table.split('`').filter_map(|word| word.split_once(".rs::")).collect();
        assert!(named.len() > TRIALS.len());
        for (file, name) in &named {
            let file = root().join("crates").join(file).with_extension("rs");
            assert!(has_test(&file, name), "{} has no test {name}", file.display());
        }
        for trial in &TRIALS {
            let name = trial.test.rsplit("::").next().unwrap_or_default();
            assert!(named.iter().any(|(_, known)| *known == name), "{name} is not in the table");
        }
    }

    #[test]
    fn wishes_are_read() {
        let read = |text: &str| Wish::read(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let wish = read("--only R4,R6 --scale 0.5").unwrap();
        assert_eq!(TRIALS.iter().filter(|trial| wish.includes(trial)).count(), 4);
        assert_eq!(wish.scale, "0.5");
        for wrong in ["--only", "--only R2", "--scale none", "--scale 0", "--fast yes"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
