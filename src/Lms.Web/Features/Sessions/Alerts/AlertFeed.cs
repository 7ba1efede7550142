using System.Net.Http.Headers;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Sessions.Alerts;

/// <summary>
/// Asks the air-alert feed of the settings, as long as the product runs. A feed that does not answer
/// changes nothing: an alert lasts until the feed says that it is over.
/// </summary>
internal sealed class AlertFeed(
    LmsSettings settings,
    OrganisationPack pack,
    SettleAlerts settle,
    ILogger<AlertFeed> log
) : BackgroundService
{
    private const int Longest = 1024 * 1024;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Alert.Address is not { } address)
        {
            return;
        }

        using var client = new HttpMessageInvoker(
            new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = AtMost }
        );
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Alert.Seconds));
        var isHeard = true;
        do
        {
            try
            {
                var active = await AskAsync(client, new(address), stoppingToken);
                await settle.RunAsync(active, stoppingToken);
                isHeard = true;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Once for each silence, not once for each question.
                if (isHeard)
                {
                    log.LogWarning(failure, "The air-alert feed does not answer");
                }

                isHeard = false;
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlySet<TerritoryCode>> AskAsync(
        HttpMessageInvoker client,
        Uri address,
        CancellationToken stopping
    )
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        time.CancelAfter(AtMost);
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        if (settings.Alert.Token is { } token)
        {
            question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var answer = await client.SendAsync(question, time.Token);
        answer.EnsureSuccessStatusCode();
        await answer.Content.LoadIntoBufferAsync(Longest, time.Token);
        return AlertReading.Read(
                await answer.Content.ReadAsStringAsync(time.Token),
                pack.Territories
            ) ?? throw new InvalidDataException("The feed says something else than alerts.");
    }
}
