using Lms.Web.Access;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Certificates;

public sealed class KeyTests
{
    [Fact]
    public async Task A_new_key_signs_and_the_old_one_stays_published()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var old = SigningKey.Open(host.Folder);
        var before = IssuedSample.Sign(IssuedSample.Claim, old);

        await using var work = host.Services.WorkAs("a test changes the key");
        var kid = await CertificateVerb.RenewAsync(work.Services);

        using var current = SigningKey.Open(host.Folder);
        Assert.Equal(kid, current.Id);
        Assert.NotEqual(old.Id, current.Id);
        var published = KeyHistory.Parse(
            await host.Anonymous().GetStringAsync("/.well-known/jwks.json")
        );
        Assert.Equal([old.Id, kid], published.Keys.Select(key => key.Kid));
        Assert.IsType<JwsAnswer.Genuine>(JwsCheck.Of(before.Jws, published));
        await using var db = host.Look();
        var entry = await db.Audit.OrderBy(one => one.Position).LastAsync();
        Assert.Equal(AuditAction.SigningKeyChanged, entry.Action);
        Assert.Contains(kid, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_for_their_owner_alone_and_no_copy_of_an_old_one_is_left()
    {
        var folder = Directory.CreateTempSubdirectory("lms-keys-").FullName;
        SigningKey.Open(folder).Dispose();
        SigningKey.Renew(folder).Dispose();

        var files = Directory.GetFiles(Path.Combine(folder, "keys", "certificates"));

        Assert.Equal(["current.pem", "public.json"], files.Select(Path.GetFileName).Order());
        Assert.Equal(2, KeyHistory.Read(folder).Keys.Count);
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    File.GetUnixFileMode(file)
                );
            }
        }
    }
}
