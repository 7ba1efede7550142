using Lms.Browser.Tests.Support;
using Microsoft.Data.Sqlite;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Rooms;

/// <summary>Who is erased at the machine's console, beside a server in which a room is open.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomErasedTests(Chromium chromium, RoomServer server)
    : IClassFixture<RoomServer>
{
    private const float Looked = 20_000;

    [Fact]
    public async Task Words_and_the_name_leave_the_screens_and_the_person_is_out()
    {
        var room = server.Plan();
        await using var trainer = await JoinAsync(room, "trainer", Screen.Desk, "uk");
        await trainer.BeginAsync();
        await using var gone = await JoinAsync(room, "specialist", Screen.Phone, "uk");
        await using var other = await JoinAsync(room, "specialist2", Screen.Phone, "en");
        await gone.SayAsync("Мене звати Олена, телефон 067");
        await other.SayAsync("Дякую!");
        await Expect(other.At("#chat-list .said")).ToHaveCountAsync(2);

        var ended = await Product.RunAsync(
            server.Process.Settings.Environment,
            "person",
            "erase",
            PersonOf("specialist"),
            "--yes"
        );
        Assert.True(ended.Code == 0, $"{ended}");

        await Expect(other.At("#chat-list .said").First)
            .ToHaveTextAsync(
                "Words of a person who was erased stood here.",
                new() { Timeout = Looked }
            );
        await Expect(other.At("#chat-list .who").First).ToContainTextAsync("Видалена особа #");
        await Expect(other.At("#chat-list .said").Nth(1)).ToHaveTextAsync("Дякую!");
        await trainer.TabAsync("chat");
        await Expect(trainer.At("#chat-list .said").First)
            .ToHaveTextAsync("Тут були слова людини, яку видалено.");
        await Expect(gone.At("#grid")).ToBeHiddenAsync();
        Assert.DoesNotContain(
            "Мене звати",
            await other.Page.ContentAsync(),
            StringComparison.Ordinal
        );
        await trainer.LookAsync("room-erased");
    }

    private string PersonOf(string name)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(server.Process.Settings.Data, "lms.db")};Pooling=False;Mode=ReadOnly"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"PersonId\" FROM \"Accounts\" WHERE \"Email\" = $1";
        command.Parameters.AddWithValue("$1", $"{name}@demo.example");
        return (string)command.ExecuteScalar()!;
    }

    private Task<Visitor> JoinAsync(Guid room, string name, Screen screen, string language) =>
        chromium.JoinAsync(server.Process, room, name, screen, language);
}
