using System.Net;
using Lms.Web.Access;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin;

/// <summary>An administrator sees where each letter is, and what nobody knows they decide with a reason.</summary>
public sealed class MailQueueTests
{
    private const string Address = "/admin/mail";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task The_queue_is_filtered_and_paged_and_never_shows_what_letters_say(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await FillAsync(host);
        var admin = await host.SignedInAsync("admin");
        foreach (
            var (state, address) in new[]
            {
                ("Waiting", "waiting@x.example"),
                ("Unknown", "unknown@x.example"),
                ("Failed", "failed@x.example"),
                ("Sent", "sent@x.example"),
            }
        )
        {
            var page = await admin.OpenAsync($"{Address}?state={state}");
            Assert.Equal(
                address,
                Assert
                    .Single(page.QuerySelectorAll("tbody tr"))
                    .QuerySelectorAll("td")[1]
                    .TextContent.Trim()
            );
            Assert.DoesNotContain("канарка", page.Body!.InnerHtml, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await admin.OpenAsync(Address)).QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task One_of_unknown_fate_is_tried_again_or_let_be_with_a_reason_in_the_log(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await FillAsync(host);
        var admin = await host.SignedInAsync("admin");
        var unknown = await admin.OpenAsync($"{Address}?state=Unknown");
        using (
            var empty = await admin.SubmitAsync(
                unknown,
                $"{Address}?handler=Again",
                "tbody form",
                ("reason", " ")
            )
        )
        {
            empty.Is422();
        }

        using (
            var again = await admin.SubmitAsync(
                unknown,
                $"{Address}?handler=Again",
                "tbody form",
                ("reason", "сервер не прийняв")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        }

        var failed = await admin.OpenAsync($"{Address}?state=Failed");
        using (
            var given = await admin.SubmitAsync(
                failed,
                $"{Address}?handler=GiveUp",
                "tbody form",
                ("reason", "адреси немає")
            )
        )
        {
            Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        }

        await using var db = host.Look();
        var back = await db.OutgoingMail.SingleAsync(one => one.To == "unknown@x.example");
        Assert.Null(back.HandedOverAt);
        Assert.Equal(0, back.Failures);
        Assert.Single(
            (await admin.OpenAsync($"{Address}?state=GivenUp")).QuerySelectorAll("tbody tr")
        );
        var told = await db
            .Audit.Where(one => one.Action == AuditAction.MailQueueLooked)
            .Select(one => one.Detail)
            .ToListAsync();
        Assert.Contains(
            told,
            one =>
                one.StartsWith("again ", StringComparison.Ordinal)
                && one.EndsWith("сервер не прийняв", StringComparison.Ordinal)
        );
        Assert.Contains(told, one => one.StartsWith("given-up ", StringComparison.Ordinal));

        // What waits or went by itself is nobody's to settle.
        var sent = await db.OutgoingMail.SingleAsync(one => one.To == "sent@x.example");
        using var refused = await admin.SubmitAsync(
            unknown,
            $"{Address}?handler=Again",
            "tbody form",
            ("id", $"{sent.Id.Value}"),
            ("reason", "ще раз")
        );
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_else_looks()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        foreach (var name in new[] { "specialist", "manager", "regional", "auditor" })
        {
            using var answer = await (await host.SignedInAsync(name)).GetAsync(Address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync(Address);
        Assert.Contains(
            "/account/login",
            anonymous.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
    }

    private static async Task FillAsync(LmsHost host)
    {
        await using var db = host.Look();
        foreach (
            var (state, handed, sent, failures) in new[]
            {
                ("waiting", false, false, 1),
                ("unknown", true, false, 0),
                ("failed", false, false, OutgoingMail.Patience),
                ("sent", true, true, 0),
            }
        )
        {
            db.OutgoingMail.Add(
                new OutgoingMail
                {
                    Id = new(Guid.CreateVersion7()),
                    Event = $"test:{state}",
                    To = $"{state}@x.example",
                    Subject = "канарка",
                    Body = "канарка",
                    CreatedAt = LmsHost.Start,
                    NotBefore = LmsHost.Start.AddDays(300),
                    HandedOverAt = handed ? LmsHost.Start : null,
                    SentAt = sent ? LmsHost.Start : null,
                    Failures = failures,
                }
            );
        }

        await db.SaveChangesAsync();
    }
}

file static class Answers
{
    public static void Is422(this HttpResponseMessage answer) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
}
