using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Doctor;

/// <summary>All that is looked at, in the order it is told. What throws is told as well.</summary>
internal static class Examination
{
    public static async IAsyncEnumerable<Sign> RunAsync(WebApplication app, bool isQuick)
    {
        var settings = app.Services.GetRequiredService<LmsSettings>();
        var pack = app.Services.GetRequiredService<OrganisationPack>();
        var time = app.Services.GetRequiredService<TimeProvider>();
        await using var work = app.Services.WorkAs("doctor");
        var database = new DatabaseSigns(
            work.Services.GetRequiredService<LmsDbContext>(),
            settings,
            app.Services.GetRequiredService<ChainAnchor>(),
            time
        );
        var backups = new BackupSigns(
            app.Services.GetRequiredService<BackupFolder>(),
            settings,
            time
        );

        foreach (
            var (what, look) in new (string, Func<IAsyncEnumerable<Sign>>)[]
            {
                ("машина", () => MachineSigns.Of().ToAsyncEnumerable()),
                ("диск", () => DiskSigns.Of(settings).ToAsyncEnumerable()),
                ("база", () => database.OfAsync(isQuick)),
                ("копії", () => backups.Of().ToAsyncEnumerable()),
                ("налаштування", () => SettingSigns.Of(settings, pack).ToAsyncEnumerable()),
                ("пошта", () => OneAsync(() => SettingSigns.MailAsync(settings, isQuick))),
            }
        )
        {
            await foreach (var sign in WithoutThrowingAsync(what, look()))
            {
                yield return sign;
            }
        }

        if (!isQuick)
        {
            yield return ContentSigns.Of(settings, pack, time);
        }
    }

    private static async IAsyncEnumerable<Sign> OneAsync(Func<Task<Sign>> look)
    {
        yield return await look();
    }

    private static async IAsyncEnumerable<Sign> WithoutThrowingAsync(
        string what,
        IAsyncEnumerable<Sign> signs
    )
    {
        await using var each = signs.GetAsyncEnumerator();
        while (true)
        {
            Sign sign;
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }

                sign = each.Current;
            }
            catch (Exception broken)
            {
                sign = Sign.Red(
                    $"{what}: перевірка не вдалася: {broken.GetBaseException().Message}",
                    "The look at it failed."
                );
            }

            yield return sign;
        }
    }
}
