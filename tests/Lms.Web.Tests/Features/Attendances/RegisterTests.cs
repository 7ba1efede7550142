using System.Net;
using System.Text;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Attendances;

public sealed class RegisterTests
{
    [Fact]
    public async Task The_trainer_sees_minutes_gaps_checks_and_the_result_in_words_and_corrects_it()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var trainer = await host.SignedInAsync("trainer");

        var page = await trainer.OpenAsync(held.Register);
        var cells = page.QuerySelectorAll("tbody tr")
            .Select(row => row.TextContent.Trim())
            .ToList();
        Assert.Equal(2, cells.Count);
        var words = cells.Single(row => row.Contains("Оксана", StringComparison.Ordinal));
        Assert.Contains("50", words, StringComparison.Ordinal);
        Assert.Contains("12:50–13:00", words, StringComparison.Ordinal);
        Assert.Contains("не питали", words, StringComparison.Ordinal);
        Assert.Contains("відвідано", words, StringComparison.Ordinal);
        Assert.Contains(
            "не відвідано",
            cells.Single(row => row != words),
            StringComparison.Ordinal
        );

        var late = await host.PersonAsync("specialist2");
        var address = $"{held.Register}?person={late.Value}";
        using var silent = await trainer.SubmitAsync(
            address,
            "form[action*='Decide']",
            ("verdict", "attended"),
            ("reason", " ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using var decided = await trainer.SubmitAsync(
            address,
            "form[action*='Decide']",
            ("verdict", "attended"),
            ("reason", "Сиділа поруч із колегою.")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        page = await trainer.OpenAsync(held.Register);
        Assert.Contains("рішення тренера", page.Body!.TextContent, StringComparison.Ordinal);
        await using var db = host.Look();
        Assert.Equal(2, await db.AttendedSessions.CountAsync());
    }

    [Theory]
    [InlineData("csv", "Хвилин")]
    [InlineData("pdf", "%PDF")]
    [InlineData("xlsx", "PK")]
    public async Task The_register_is_taken_as_a_file_for_a_reason_and_the_log_says_so(
        string format,
        string part
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var trainer = await host.SignedInAsync("trainer");
        using var answer = await trainer.SubmitAsync(
            held.Register,
            "form[action*='Export']",
            ("format", format),
            ("reason", "Підписи в залі")
        );

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Contains(part, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        await using var db = host.Look();
        var entry = await db.Audit.SingleAsync(one => one.Action == AuditAction.RegisterExported);
        Assert.Equal($"attendance {format} 2: Підписи в залі", entry.Detail);
    }

    [Fact]
    public async Task Others_do_not_find_it_and_each_sees_their_own()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        foreach (
            var (name, status) in ((string, HttpStatusCode)[])
                [
                    ("specialist", HttpStatusCode.Forbidden),
                    ("manager", HttpStatusCode.Forbidden),
                    ("admin", HttpStatusCode.Forbidden),
                ]
        )
        {
            using var answer = await (await host.SignedInAsync(name)).GetAsync(held.Register);
            Assert.Equal(status, answer.StatusCode);
        }

        var other = await HeldSession.PlannedAsync(host);
        await using (var db = host.Look())
        {
            db.LiveSessions.Add(other.Session);
            await db.SaveChangesAsync();
        }

        using var foreign = await (await host.SignedInAsync("trainer")).GetAsync(other.Register);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    /// <summary>One there for 50 of 60 minutes from the beginning, the other for 10.</summary>
    private static async Task<HeldSession> HeldAsync(LmsHost host)
    {
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        var (one, other) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        held.Seated(one).There(one, 0, 50).Seated(other).There(other, 20, 30);
        return await held.EndsAsync();
    }
}
