using System.Net;
using System.Net.Sockets;

namespace Lms.Web.Access;

/// <summary>
/// Slows down what is tried too often; it locks nothing. A name counts whether it exists or not. The
/// counts are in memory: one process serves a database, and a restart forgives.
/// </summary>
public sealed class Throttle(TimeProvider time)
{
    private const int MostKept = 200_000;
    private const string Everyone = "all";

    private readonly Lock gate = new();

    // For each key the moment from which nothing is counted against it.
    private readonly Dictionary<string, DateTimeOffset> until = [];

    /// <param name="name">Whose account or which code is tried; null when only the place counts.</param>
    /// <param name="isKnown">
    /// From a device that signed in before: strangers who try the same name do not slow it down.
    /// </param>
    public Turn Take(Pace pace, HttpContext http, string? name = null, bool isKnown = false)
    {
        var limits = PaceLimits.Of(pace);
        List<(string Key, PaceLimit Limit)> asked =
        [
            ($"{pace} network {NetworkOf(http.Connection.RemoteIpAddress)}", limits.Network),
        ];
        if (name is not null)
        {
            asked.Add(($"{pace} {(isKnown ? "known" : "name")} {name}", limits.Name));
        }

        if (!isKnown)
        {
            asked.Add(($"{pace} {Everyone}", limits.All));
        }

        return Take(asked);
    }

    private Turn Take(List<(string Key, PaceLimit Limit)> asked)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var wait = asked.Max(one => WaitFor(one.Key, one.Limit, now));
            if (wait > TimeSpan.Zero)
            {
                return new Turn(wait, () => { });
            }

            foreach (var (key, limit) in asked)
            {
                until[key] = Later(until.GetValueOrDefault(key), now) + limit.Each;
            }

            Forget(now);
            return new Turn(null, () => GiveBack(asked));
        }
    }

    private TimeSpan WaitFor(string key, PaceLimit limit, DateTimeOffset now) =>
        Later(until.GetValueOrDefault(key), now) - now - ((limit.Burst - 1) * limit.Each);

    private void GiveBack(List<(string Key, PaceLimit Limit)> asked)
    {
        lock (gate)
        {
            foreach (var (key, limit) in asked.Where(one => until.ContainsKey(one.Key)))
            {
                until[key] -= limit.Each;
            }
        }
    }

    // Memory stays bounded: what counts no longer goes first, then what counts least.
    private void Forget(DateTimeOffset now)
    {
        if (until.Count <= MostKept)
        {
            return;
        }

        var kept = until
            .Where(one => one.Value > now)
            .OrderByDescending(one => one.Value)
            .Take(MostKept / 2)
            .ToList();
        until.Clear();
        foreach (var (key, value) in kept)
        {
            until[key] = value;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) =>
        one > other ? one : other;

    /// <summary>An IPv4 address; of an IPv6 one the first half: whoever has one has all the rest.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, 8))
            : plain.ToString();
    }
}

/// <summary>A try that was let through, or how long to wait for the next.</summary>
public sealed class Turn(TimeSpan? wait, Action giveBack)
{
    /// <summary>Null when it was let through.</summary>
    public TimeSpan? Wait => wait;

    /// <summary>It succeeded, so it does not count.</summary>
    public void GiveBack() => giveBack();
}
