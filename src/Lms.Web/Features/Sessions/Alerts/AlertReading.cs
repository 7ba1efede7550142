using System.Text.Json;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Sessions.Alerts;

/// <summary>
/// Reads what an air-alert feed answers: <c>{"alerts": [{"location_title", "location_uid", "alert_type",
/// "finished_at"}]}</c>, the shape of alerts.in.ua. A place is known by its name in the pack or by its
/// code there; places outside the pack are passed over.
/// </summary>
internal static class AlertReading
{
    private const string AirRaid = "air_raid";

    /// <summary>Territories that are under an alert now; null when it is no such answer.</summary>
    public static IReadOnlySet<TerritoryCode>? Read(string json, TerritoryTree territories)
    {
        try
        {
            using var read = JsonDocument.Parse(json);
            return
                read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty("alerts", out var alerts)
                && alerts.ValueKind == JsonValueKind.Array
                ? alerts
                    .EnumerateArray()
                    .Where(IsOn)
                    .Select(alert => Place(alert, territories))
                    .OfType<TerritoryCode>()
                    .ToHashSet()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOn(JsonElement alert) =>
        alert.ValueKind == JsonValueKind.Object
        && Text(alert, "finished_at") is null
        && Text(alert, "alert_type") is null or AirRaid;

    private static TerritoryCode? Place(JsonElement alert, TerritoryTree territories)
    {
        var (title, code) = (Text(alert, "location_title"), Text(alert, "location_uid"));
        return territories
            .All.Where(one =>
                one.Code.Value == code
                || (
                    title is not null
                    && new[] { one.Name.Uk, one.Name.En }.Any(name =>
                        string.Equals(name, title, StringComparison.OrdinalIgnoreCase)
                    )
                )
            )
            .Select(one => (TerritoryCode?)one.Code)
            .FirstOrDefault();
    }

    private static string? Text(JsonElement alert, string name) =>
        alert.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
