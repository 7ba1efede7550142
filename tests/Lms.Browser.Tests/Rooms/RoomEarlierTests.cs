using System.Globalization;
using Lms.Browser.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>Who comes late to a long talk reads its end, and the rest by a button.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomEarlierTests(Chromium chromium, RoomServer server)
{
    private const int Messages = 260;
    private const string Lost = "ERR_INTERNET_DISCONNECTED";
    private const string Said = "#chat-list .said";

    // A link that answers when it is told to.
    private const string Answers = """
        async () => {
          const { LiveClient } = await import("/js/live/live-client.js");
          const heard = [];
          const client = new LiveClient("session", "mine", {
            welcome: () => {}, batch: () => {}, link: () => {},
            earlier: ({ upTo, lines }) => heard.push(`${upTo}: ${lines.map((line) => line.number)}`),
          });
          let answers = [];
          client.link = "open";
          client.last = 5;
          client.connection = { invoke: (method, argument) => new Promise((resolve, reject) => answers.push({ method, argument, resolve, reject })) };
          const batch = (after, ...numbers) => ({ after, upTo: numbers.at(-1), lines: numbers.map((number) => ({ number })) });
          const asked = async (meanwhile) => {
            answers = [];
            const came = client.earlier(3);
            await meanwhile();
            return `${await came}`;
          };
          const welcome = (told) => { const said = client.hello(client.connection); answers.at(-1).resolve({ now: 0, epoch: 1, ...told }); return said; };
          const found = {
            twice: await asked(async () => {
              heard.push(`again ${await client.earlier(3)}`);
              client.hear(batch(5, 6));
              // A line is missing: it is asked for, and its answer is folded in just before the other.
              client.hear(batch(7, 8));
              answers[0].resolve({ upTo: 6, messages: [] });
              answers[1].resolve(batch(6, 7, 8));
            }),
            refused: await asked(async () => answers[0].resolve({ refusal: "tooMuch" })),
            lost: await asked(async () => answers[0].reject(new Error("gone"))),
            welcomed: await asked(async () => {
              await welcome({ last: 8, lines: [] });
              answers[0].resolve({ upTo: 8, messages: [] });
            }),
            after: await asked(async () => {
              client.hear(batch(8, 9));
              answers[0].resolve({ upTo: 8, messages: [] });
            }),
          };
          client.link = "lost";
          found.away = await asked(async () => {});
          return `${Object.entries(found).map((one) => one.join(" "))} | ${heard.join(", ")} | ${answers.length}`;
        }
        """;

    // How the button stood, each time it changed.
    private const string Watch = """
        () => {
          const all = document.getElementById("chat-earlier");
          globalThis.stood = [];
          new MutationObserver(() => {
            stood.push(`${all.querySelector("button").getAttribute("aria-disabled")} ${all.querySelector("span").textContent}`);
          }).observe(all, { attributes: true, childList: true, subtree: true });
        }
        """;

    [Fact]
    public async Task Lines_that_overtake_an_answer_come_with_it_and_one_of_a_link_before_is_dropped()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/account/login");

        Assert.Equal(
            "twice true,refused false,lost false,welcomed false,after true,away false"
                + " | again false, 6: 6,7,8, 8: 9 | 0",
            await visitor.Page.EvaluateAsync<string>(Answers)
        );
    }

    [Fact]
    public async Task Older_messages_come_by_a_button_and_nothing_moves_under_the_eyes()
    {
        var room = server.Plan();
        Talk(room);
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        var button = learner.At("#chat-earlier button");
        await Expect(learner.At(Said)).ToHaveCountAsync(100);
        await Expect(learner.At(Said).Last).ToHaveTextAsync("Слово 260");
        await Expect(learner.At(Said).First).ToHaveTextAsync("Слово 161");
        Assert.True(await IsAtEndAsync(learner));
        await Expect(button).ToHaveTextAsync("Раніші повідомлення");
        // What is old is no news: the log that is read aloud has none of it.
        await Expect(learner.At("[role=log] li")).ToHaveCountAsync(0);

        await button.ScrollIntoViewIfNeededAsync();
        await learner.LookAsync("room-chat-earlier");
        await button.FocusAsync();
        var stood = await PlaceAsync(learner, "Слово 161");
        await learner.Page.EvaluateAsync(Watch);
        await learner.Page.Keyboard.PressAsync("Enter");
        await Expect(learner.At(Said)).ToHaveCountAsync(200);
        await Expect(learner.At(Said).First).ToHaveTextAsync("Слово 61");
        Assert.InRange(await PlaceAsync(learner, "Слово 161") - stood, -1, 1);
        Assert.Contains("Слово 161", await FocusedAsync(learner), StringComparison.Ordinal);
        Assert.Equal(
            ["true Отримуємо…", "null "],
            await learner.Page.EvaluateAsync<string[]>("() => globalThis.stood")
        );
        await Expect(learner.At("[role=log] li")).ToHaveCountAsync(0);

        // What is said meanwhile comes below and moves nothing either; what is removed goes.
        await trainer.SayAsync("Нове слово");
        await Expect(learner.At("[role=log] .said")).ToHaveTextAsync("Нове слово");
        await Expect(learner.At(Said)).ToHaveCountAsync(201);
        Assert.InRange(await PlaceAsync(learner, "Слово 161") - stood, -1, 1);
        await trainer
            .At("#chat-list li")
            .Filter(new() { HasText = "Слово 162" })
            .GetByRole(AriaRole.Button)
            .ClickAsync();
        await Expect(learner.At(Said)).ToHaveCountAsync(200);

        await button.ClickAsync();
        await Expect(learner.At(Said)).ToHaveCountAsync(260);
        await Expect(learner.At(Said).First).ToHaveTextAsync("Слово 1");
        await Expect(button).ToBeHiddenAsync();
        Assert.DoesNotContain("BODY", await FocusedAsync(learner), StringComparison.Ordinal);

        // At the end again the newest stand, and nobody waits for more than a screen can show.
        await EndAsync(learner);
        await trainer.SayAsync("Ще слово");
        await Expect(learner.At(Said)).ToHaveCountAsync(100);
        await Expect(learner.At(Said).Last).ToHaveTextAsync("Ще слово");
        Assert.True(await IsAtEndAsync(learner));
        await Expect(button).ToBeVisibleAsync();
        await button.ClickAsync();
        await Expect(learner.At(Said)).ToHaveCountAsync(200);
        learner.Watch.AssertQuiet();
        trainer.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData("uk", "Повідомлення не надійшли.")]
    [InlineData("en", "The messages did not come.")]
    public async Task Without_a_link_the_button_says_so_and_can_be_pressed_again(
        string language,
        string words
    )
    {
        var room = server.Plan();
        Talk(room);
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await using var learner = await JoinAsync(room, "specialist", Screen.Phone, language);
        learner.Watch.Expect(Lost);
        var button = learner.At("#chat-earlier button");
        await Expect(learner.At(Said)).ToHaveCountAsync(100);

        await learner.Page.Context.SetOfflineAsync(true);
        await Expect(learner.At("#link")).ToHaveAttributeAsync("data-state", "waiting");
        await button.ClickAsync();
        await Expect(learner.At("#chat-earlier-says")).ToContainTextAsync(words);
        await Expect(button).ToBeEnabledAsync();
        await Expect(button).ToBeFocusedAsync();
        await Expect(learner.At(Said)).ToHaveCountAsync(100);
        await learner.LookAsync("room-chat-earlier-lost");

        await learner.Page.Context.SetOfflineAsync(false);
        await Expect(learner.At("#link")).ToHaveAttributeAsync("data-state", "saved");
        await button.ClickAsync();
        await Expect(learner.At(Said)).ToHaveCountAsync(200);
        await Expect(learner.At("#chat-earlier-says")).ToBeEmptyAsync();
    }

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);

    private static Task<bool> IsAtEndAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<bool>(
            """
            () => {
              const log = document.getElementById("chat-log");
              return log.scrollHeight - log.scrollTop - log.clientHeight < 2;
            }
            """
        );

    private static Task EndAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync(
            """
            () => {
              const log = document.getElementById("chat-log");
              log.scrollTop = log.scrollHeight;
            }
            """
        );

    /// <summary>Pixels from the top of the chat to a message.</summary>
    private static Task<double> PlaceAsync(Visitor visitor, string words) =>
        visitor.Page.EvaluateAsync<double>(
            """
            words => {
              const said = [...document.querySelectorAll("#chat-list li")].find((one) => one.querySelector(".said").textContent === words);
              return said.getBoundingClientRect().top - document.getElementById("chat-log").getBoundingClientRect().top;
            }
            """,
            words
        );

    private static Task<string> FocusedAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string>(
            "() => `${document.activeElement.tagName} ${document.activeElement.textContent.slice(0, 200)}`"
        );

    /// <summary>Said in a run of the server before: the room is opened by the first to come.</summary>
    private void Talk(Guid room)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(server.Process.Settings.Data, "lms.db")};Pooling=False"
        );
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var author = Guid.Parse(
            (string)
                Command(
                        connection,
                        """SELECT "PersonId" FROM "Accounts" WHERE "Email" = 'specialist2@demo.example'"""
                    )
                    .ExecuteScalar()!
        );
        Add(
            1,
            null,
            $$$"""{"kind":"Entered","person":{"value":"{{{author}}}"},"role":"Participant"}"""
        );
        for (var number = 1; number <= Messages; number++)
        {
            Add(
                number + 1,
                author,
                $$"""{"kind":"ChatPosted","text":"Слово {{number}}","toTrainers":false}"""
            );
        }

        transaction.Commit();

        void Add(int number, Guid? by, string what)
        {
            using var command = Command(
                connection,
                """
                INSERT INTO "LiveEvents" ("SessionId", "Number", "At", "By", "What")
                VALUES ($1, $2, $2, $3, $4)
                """
            );
            command.Parameters.AddWithValue("$1", Text(room));
            command.Parameters.AddWithValue("$2", number);
            command.Parameters.AddWithValue("$3", by is { } known ? Text(known) : DBNull.Value);
            command.Parameters.AddWithValue("$4", what);
            command.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    // As the product writes ids.
    private static string Text(Guid id) => id.ToString().ToUpper(CultureInfo.InvariantCulture);
}
