use std::{
    collections::{BTreeSet, VecDeque},
    path::PathBuf,
    sync::{Mutex, PoisonError},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use super::{
    super::{AccountLine, Check, Failure, Scenario, Step, Variables},
    Play,
    actor::{Actor, Reply},
    judge::judge,
};
use crate::{Answer, Launch, Patience, Server};

/// Where scenarios are played: one server in memory for all that can share it, servers of their own for the rest.
#[derive(Debug)]
pub struct Stage {
    binary: PathBuf,
    folder: PathBuf,
    shared: Server,
}

impl Stage {
    /// Starts the shared server. `folder` holds the scenarios; flags of servers may name files in it.
    ///
    /// # Errors
    /// When it does not start.
    pub fn open(binary: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Result<Self> {
        let (binary, folder) = (binary.into(), folder.into());
        let shared = Launch::in_memory(&binary)?.start()?;
        Ok(Self { binary, folder, shared })
    }

    /// The server that is shared.
    pub fn shared(&self) -> &Server {
        &self.shared
    }

    /// Plays scenarios, some at a time, and tells how they went in the order in which they came.
    pub fn play_all(&self, scenarios: &[Scenario], at_a_time: usize) -> Vec<Play> {
        let waiting: Mutex<VecDeque<(usize, &Scenario)>> = Mutex::new(scenarios.iter().enumerate().collect());
        let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let player = || {
            std::iter::from_fn(next).map(|(index, scenario)| (index, self.play(scenario))).collect::<Vec<_>>()
        };
        let mut plays: Vec<(usize, Play)> = thread::scope(|scope| {
            let players: Vec<_> = (0..at_a_time).map(|_| scope.spawn(player)).collect();
            // A player that panicked has printed why; its scenarios are then missing from what is proved.
            players.into_iter().flat_map(|player| player.join().unwrap_or_default()).collect()
        });
        plays.sort_by_key(|(index, _)| *index);
        plays.into_iter().map(|(_, play)| play).collect()
    }

    /// Plays one scenario.
    pub fn play(&self, scenario: &Scenario) -> Play {
        if !scenario.needs_own_server() {
            return play_on(&self.shared, scenario);
        }
        match self.own_server(scenario) {
            Ok(server) => play_on(&server, scenario),
            Err(error) => {
                let mut play = begin(scenario);
                play.failure = Some(Failure::new(&scenario.name, 1, format!("{error:#}")));
                play
            }
        }
    }

    fn own_server(&self, scenario: &Scenario) -> Result<Server> {
        let launch = if scenario.accounts.is_empty() {
            Launch::in_memory(&self.binary)
        } else {
            Launch::on_disk(&self.binary)
        };
        let folder = self.folder.display().to_string();
        let flag = |launch: Launch, flag: &String| launch.flag(flag.replace("{scenarios}", &folder));
        let launch = scenario.server.iter().flatten().fold(launch?, flag);
        for account in &scenario.accounts {
            open_account(&launch, account)?;
        }
        launch.start()
    }
}

/// Opens an account as an operator would: with the program, on the data directory of a server that does not run.
fn open_account(launch: &Launch, account: &AccountLine) -> Result<()> {
    let name = account.name.as_str();
    let currency = account.currency.as_deref().unwrap_or("USD");
    let limit = account.credit_limit.as_deref().unwrap_or("0");
    run(
        launch,
        &["account", "add", name, "--currency", currency, "--credit-limit", limit, "--password-stdin"],
        &account.secret,
    )?;
    if let Some(amount) = &account.deposit {
        run(launch, &["account", "deposit", name, amount], "")?;
    }
    if let Some(address) = &account.mail {
        run(launch, &["account", "delivery", name, "--mail", address], "")?;
    }
    if let Some(network) = &account.allow {
        run(launch, &["account", "allow", name, network], "")?;
    }
    if account.certificate {
        run(launch, &["account", "certificates", name, &"ab".repeat(32)], "")?;
    }
    if account.suspended {
        run(launch, &["account", "suspend", name], "")?;
    }
    Ok(())
}

fn run(launch: &Launch, arguments: &[&str], input: &str) -> Result<()> {
    let output = launch.run(arguments, &format!("{input}\n")).context("preparing accounts")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "`chancery {}` failed: {said}", arguments.join(" "));
    Ok(())
}

fn begin(scenario: &Scenario) -> Play {
    let (name, proves) = (scenario.name.clone(), scenario.proves.clone());
    Play { name, proves, seen: BTreeSet::new(), answers: Vec::new(), failure: None }
}

fn play_on(server: &Server, scenario: &Scenario) -> Play {
    let mut play = begin(scenario);
    let failed = perform(server, scenario, &mut play).err();
    play.failure = failed.or_else(|| play.unproved(scenario));
    play
}

/// Plays the steps in order. `reply` is what came last.
fn perform(server: &Server, scenario: &Scenario, play: &mut Play) -> Result<(), Failure> {
    let mut actor = Actor::new(server, scenario);
    let (mut reply, mut took) = (None, Duration::ZERO);
    for (index, (line, step)) in scenario.steps.iter().enumerate() {
        let failed = |reason: String| Failure::new(&scenario.name, *line, reason);
        if let Step::Expect { expected, checks, takes } = step {
            let seen = judge(expected, reply.as_ref())
                .map_err(|reason| failed(reason).with_answer(reply.as_ref()))?;
            play.seen.extend(seen);
            if took < Duration::from_millis(*takes) {
                return Err(failed(format!("it took {took:?}, expected {takes} ms at least")));
            }
            look(scenario, checks, reply.as_ref(), &mut actor.variables)?;
            continue;
        }
        let judged = matches!(scenario.steps.get(index + 1), Some((_, Step::Expect { .. })));
        let patience = Patience::seconds(0);
        let came = actor.act(step, judged).map_err(failed)?;
        took = patience.spent();
        if let Reply::Answer(answer) = came {
            play.answers.extend(answer.iter().map(|answer| (*line, answer.clone())));
            reply = answer;
        }
        if matches!(step, Step::Login(_)) && !judged && reply.as_ref().and_then(Answer::code) != Some(1000) {
            return Err(failed("expected the login to succeed".to_owned()).with_answer(reply.as_ref()));
        }
    }
    Ok(())
}

fn look(
    scenario: &Scenario,
    checks: &[(usize, Check)],
    answer: Option<&Answer>,
    variables: &mut Variables,
) -> Result<(), Failure> {
    let Some(answer) = answer else { return Ok(()) };
    for (line, check) in checks {
        let failed = |reason| Failure::new(&scenario.name, *line, reason).with_answer(Some(answer));
        check.judge(answer, variables).map_err(failed)?;
    }
    Ok(())
}
