using System.Text.Json;
using Lms.Domain.Certification;
using Lms.Web;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Verify;

namespace Lms.Benchmarks;

/// <summary>
/// The sheet of a certificate with its words, code and signature, held to what was promised of it; and
/// the check of a certificate (the register asked for its code, the signed text examined) beside one
/// bare read of the same row and one ECDSA check.
/// </summary>
internal static class MeasureCertificate
{
    private const int Pairs = 7;
    private const int WarmUps = 30;
    private const int Sheets = 100;
    private const int Checks = 500;
    private const double MostMilliseconds = 5;
    private const double MostKilobytes = 30;

    // Taken from the first measurement (9.3, pairs up to 12.8), not promised by anyone: it keeps the
    // check from growing dearer, and says nothing of where its time goes.
    private const double MostOfFloor = 12;

    public static async Task RunAsync(string folder)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        var certificate = await BenchCertificate.IssueAsync(app.Services);
        var rows = new Rows(folder);
        await SheetAsync(app.Services, certificate, rows);
        await CheckAsync(app.Services, certificate, rows);
    }

    private static async Task SheetAsync(
        IServiceProvider services,
        BenchCertificate certificate,
        Rows rows
    )
    {
        var sign = services.GetRequiredService<SignCertificate>();
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var claim = JsonSerializer.Deserialize<CertificatePayload>(certificate.Json)!;
        var made = sign.Of(claim, certificate.Course, at).Sheets;

        Task<double> TimeAsync() =>
            OwnCpu.EachAsync(
                Sheets,
                () =>
                {
                    // A certificate has a sheet in each language: time is told for one of them.
                    for (var number = 0; number < Sheets; number += made.Count)
                    {
                        sign.Of(claim, certificate.Course, at);
                    }

                    return Task.CompletedTask;
                }
            );

        var times = new List<double>();
        for (var round = 0; round < WarmUps + Pairs; round++)
        {
            times.Add(await TimeAsync());
        }

        rows.Number(
            "certificate PDF, ms",
            Rows.Median(times.TakeLast(Pairs)),
            Bound.AtMost(MostMilliseconds)
        );
        rows.Number(
            "certificate PDF, kB",
            made.Max(sheet => sheet.Pdf.Length) / 1000.0,
            Bound.AtMost(MostKilobytes)
        );
    }

    private static async Task CheckAsync(
        IServiceProvider services,
        BenchCertificate certificate,
        Rows rows
    )
    {
        var database = services.GetRequiredService<LmsDatabase>();
        var settings = services.GetRequiredService<LmsSettings>();
        var keys = KeyHistory.Read(settings.Data);
        using var floor = new FloorVerify(settings.Data, keys.Keys[0], certificate.Jws);

        Task<double> OfProductAsync() =>
            OwnCpu.EachAsync(
                Checks,
                async () =>
                {
                    for (var number = 0; number < Checks; number++)
                    {
                        var found = await PublicCheck.FindAsync(database, certificate.Code);
                        Demand(found is not null);
                        Demand(JwsCheck.Of(certificate.Jws, keys) is JwsAnswer.Genuine);
                    }
                }
            );

        Task<double> OfFloorAsync() =>
            OwnCpu.EachAsync(
                Checks,
                () =>
                {
                    for (var number = 0; number < Checks; number++)
                    {
                        Demand(floor.Verify(certificate.Code));
                    }

                    return Task.CompletedTask;
                }
            );

        for (var round = 0; round < WarmUps; round++)
        {
            await OfProductAsync();
            await OfFloorAsync();
        }

        var pairs = await Pair.TakeAsync(Pairs, OfProductAsync, OfFloorAsync);
        rows.Ratio("verify a certificate", "ms", pairs, Bound.AtMost(MostOfFloor));
    }

    private static void Demand(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidOperationException("The certificate was not found genuine.");
        }
    }
}
