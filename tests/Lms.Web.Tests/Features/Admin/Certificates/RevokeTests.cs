using System.Net;
using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Admin.Certificates;

/// <summary>An administrator finds a certificate, revokes it or issues one in its place.</summary>
public sealed class RevokeTests
{
    private const string Number = "DEMO-2026-000001";
    private const string Address = $"/admin/certificates/{Number}";
    private const string Reason = "Канарейка: витяг із листа закладу";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_revocation_is_shown_before_it_is_made_and_made_once(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var certificate = await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        using var preview = await admin.SubmitAsync(
            Address,
            "form[action*='Revoke']",
            ("cause", "IssuedInError"),
            ("reason", Reason)
        );
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        await using var db = host.Look();
        Assert.Empty(await db.Revocations.ToListAsync());

        var confirm = await preview.ReadAsync();
        for (var click = 0; click < 2; click++)
        {
            using var done = await admin.SubmitAsync(confirm, Address, "form[action*='Revoke']");
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var revocation = await db.Revocations.SingleAsync();
        Assert.Equal(
            (RevocationCause.IssuedInError, Reason, new DateOnly(2026, 11, 23)),
            (revocation.Cause, revocation.Reason, revocation.RevokedOn)
        );
        Assert.Equal((2, null), await db.CheckIssueLogAsync());
        var letters = await db
            .OutgoingMail.Where(letter => letter.Event == $"certificate-revoked:{Number}")
            .ToListAsync();
        Assert.DoesNotContain(Reason, Assert.Single(letters).Body, StringComparison.Ordinal);
        var audit = await db
            .Audit.Where(entry => entry.Action == AuditAction.CertificateRevoked)
            .ToListAsync();
        Assert.Equal(certificate.PersonId, Assert.Single(audit).Subject);
        Assert.NotNull(audit[0].Actor);

        var code = Uri.EscapeDataString(certificate.Code);
        var check = await host.Anonymous().GetStringAsync($"/verify/{code}");
        Assert.Contains("відкликано", check, StringComparison.Ordinal);
        Assert.DoesNotContain("Канарейка", check, StringComparison.Ordinal);
        var own = await (await host.SignedInAsync("specialist")).OpenAsync("/certificates");
        Assert.Contains("Канарейка", own.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_reissue_bears_the_name_of_today_and_points_to_its_predecessor(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var old = await host.IssuedAsync();
        await using var db = host.Look();
        var person = await db.People.SingleAsync(one => one.Id == old.PersonId);
        person.Name = person.Name with { Family = "Новозаміжня-Дем’янчук" };
        await db.SaveChangesAsync();
        host.Clock.Forward(TimeSpan.FromDays(10));

        var admin = await host.SignedInAsync("admin");
        var confirm = await PreviewAsync(admin, "Reissue");
        Assert.Contains("Новозаміжня", confirm.Body!.TextContent, StringComparison.Ordinal);
        for (var click = 0; click < 2; click++)
        {
            using var done = await admin.SubmitAsync(confirm, Address, "form[action*='Reissue']");
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        }

        var fresh = await db
            .Certificates.Include(one => one.Content)
            .SingleAsync(one => one.ReplacesId == old.Id);
        Assert.NotEqual(old.Number, fresh.Number);
        Assert.NotEqual(old.Code, fresh.Code);
        Assert.Equal(old.ValidUntil, fresh.ValidUntil);
        Assert.Equal(new DateOnly(2026, 12, 3), fresh.IssuedOn);
        Assert.StartsWith(
            "Новозаміжня",
            fresh.Content!.HolderName.Family,
            StringComparison.Ordinal
        );
        Assert.Equal(RevocationCause.Replaced, (await db.Revocations.SingleAsync()).Cause);
        Assert.Equal((3, null), await db.CheckIssueLogAsync());

        var code = Uri.EscapeDataString(old.Code);
        var json = await host.Anonymous().GetStringAsync($"/verify/{code}.json");
        var body = JsonDocument.Parse(json).RootElement;
        Assert.Equal("replaced", body.GetProperty("state").GetString());
        Assert.Equal(fresh.Number, body.GetProperty("replacedBy").GetString());
        Assert.DoesNotContain(fresh.Code, json, StringComparison.Ordinal);
        Assert.DoesNotContain("Канарейка", json, StringComparison.Ordinal);
        var before = await host.Anonymous().GetStringAsync($"/verify/{code}.json?on=2026-12-01");
        Assert.Equal(
            "valid",
            JsonDocument.Parse(before).RootElement.GetProperty("state").GetString()
        );
        var own = await (await host.SignedInAsync("specialist")).OpenAsync("/certificates");
        Assert.Contains(fresh.Number, own.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_certificate_is_found_and_revoked_but_never_reissued()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        var form = await admin.OpenAsync(Address);
        var confirm = await PreviewAsync(admin, "Reissue");
        await host.EraseContentAsync(certificate);

        var page = await admin.OpenAsync(Address);
        Assert.Null(page.QuerySelector("form[action*='Reissue']"));
        using var refused = await admin.SubmitAsync(confirm, Address, "form[action*='Reissue']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var revoked = await admin.SubmitAsync(
            form,
            Address,
            "form[action*='Revoke']",
            ("reason", Reason),
            ("confirmed", "true")
        );
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        await using var db = host.Look();
        Assert.Equal((2, null), await db.CheckIssueLogAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("long")]
    public async Task Without_a_reason_nothing_is_done(string reason)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        foreach (var act in new[] { "Revoke", "Reissue" })
        {
            using var answer = await admin.SubmitAsync(
                Address,
                $"form[action*='{act}']",
                ("reason", reason == "long" ? new string('а', 501) : reason),
                ("confirmed", "true")
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull((await answer.ReadAsync()).QuerySelector("[role=alert]"));
        }

        // The cause that comes with a successor alone cannot be given by hand.
        using var forged = await admin.SubmitAsync(
            Address,
            "form[action*='Revoke']",
            ("cause", "Replaced"),
            ("reason", Reason),
            ("confirmed", "true")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        await using var db = host.Look();
        Assert.Empty(await db.Revocations.ToListAsync());
    }

    [Fact]
    public async Task A_certificate_is_found_by_number_code_and_surname_and_looks_are_logged()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var certificate = await host.IssuedAsync();
        var admin = await host.SignedInAsync("admin");
        var surname = certificate.Content!.HolderName.Family;
        foreach (
            var typed in new[]
            {
                Number,
                Number.ToLowerInvariant(),
                certificate.Code,
                surname[..3].ToUpperInvariant(),
            }
        )
        {
            var page = await admin.OpenAsync(
                $"/admin/certificates?q={Uri.EscapeDataString(typed)}"
            );
            Assert.Equal(Address, page.QuerySelector("main td, main th a")!.GetAttribute("href"));
        }

        var none = await admin.OpenAsync("/admin/certificates?q=Ніхто");
        Assert.Null(none.QuerySelector("main table"));
        await admin.OpenAsync(Address);
        await using var db = host.Look();
        var looks = await db
            .Audit.Where(entry => entry.Action == AuditAction.PersonLooked)
            .ToListAsync();
        Assert.Equal((certificate.PersonId, Number), (looks.Single().Subject, looks[0].Detail));
    }

    [Fact]
    public async Task Nobody_else_may_look_or_revoke()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync();
        var form = await (await host.SignedInAsync("admin")).OpenAsync(Address);
        foreach (
            var name in new[] { "specialist", "specialist2", "trainer", "manager", "regional" }
        )
        {
            var other = await host.SignedInAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Address)).StatusCode);
            using var forged = await other.SubmitAsync(
                form,
                Address,
                "form[action*='Revoke']",
                ("reason", Reason),
                ("confirmed", "true")
            );
            Assert.NotEqual(HttpStatusCode.Redirect, forged.StatusCode);
        }

        using var anonymous = await host.Anonymous().GetAsync(Address);
        Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        await using var db = host.Look();
        Assert.Empty(await db.Revocations.ToListAsync());
        using var absent = await (await host.SignedInAsync("admin")).GetAsync(
            "/admin/certificates/DEMO-2026-000999"
        );
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PreviewAsync(
        HttpClient admin,
        string act
    )
    {
        using var preview = await admin.SubmitAsync(
            Address,
            $"form[action*='{act}']",
            ("reason", Reason)
        );
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        return await preview.ReadAsync();
    }
}
