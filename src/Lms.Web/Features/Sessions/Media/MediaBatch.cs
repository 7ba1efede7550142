using System.Buffers.Binary;
using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>What of a batch a viewer gets.</summary>
[Flags]
public enum MediaParts
{
    None = 0,
    Voice = 1,
    Floor = 2,
    Camera = 4,
    Screen = 8,
    Sound = Voice | Floor,
    Pictures = Camera | Screen,
    All = Sound | Pictures,
}

/// <summary>
/// The packets of one tenth of a second, voice first. Each combination of its parts is put into bytes
/// once, whatever the number of viewers: <c>[len u32][packet]</c>, repeated.
/// </summary>
public sealed class MediaBatch
{
    /// <summary>The method of the client that gets batches.</summary>
    public const string Method = "Media";

    private readonly List<Piece> pieces;
    private readonly List<PersonId> speakers;
    private readonly Dictionary<PersonId, MediaBatch> rests = [];
    private readonly Message?[] messages = new Message?[(int)MediaParts.All + 1];

    private MediaBatch(List<Piece> pieces, MediaParts keys, DateTimeOffset madeAt)
    {
        (this.pieces, Keys, MadeAt) = (pieces, keys, madeAt);
        Has = pieces.Aggregate(MediaParts.None, (all, one) => all | one.Part);
        speakers = [.. pieces.Where(one => one.IsSaid).Select(one => one.By).Distinct()];
    }

    public MediaParts Has { get; }

    /// <summary>Tracks of pictures that can be begun with this batch.</summary>
    public MediaParts Keys { get; }

    public DateTimeOffset MadeAt { get; }

    internal static MediaBatch Of(IEnumerable<TrackPacket> packets, DateTimeOffset madeAt)
    {
        var all = packets.ToList();
        return new(
            [
                .. all.Select(one => new Piece(PartOf(one.Track), one.Wire, one.By))
                    .OrderBy(one => one.Part),
            ],
            all.Where(one => one.IsKey)
                .Aggregate(MediaParts.None, (keys, one) => keys | PartOf(one.Track)),
            madeAt
        );
    }

    public int SizeOf(MediaParts parts) => MessageOf(parts).Size;

    public SerializedHubMessage Serialised(MediaParts parts) => MessageOf(parts).Serialised;

    /// <summary>
    /// What of it the person did not say themselves: on a device beside the one they speak at it would be
    /// an echo.
    /// </summary>
    internal MediaBatch Without(PersonId person) =>
        !speakers.Contains(person) ? this
        : rests.TryGetValue(person, out var rest) ? rest
        : rests[person] = RestFor(person);

    internal static MediaParts PartOf(MediaTrack track) =>
        track switch
        {
            MediaTrack.Voice => MediaParts.Voice,
            MediaTrack.Floor => MediaParts.Floor,
            MediaTrack.Camera => MediaParts.Camera,
            MediaTrack.Screen => MediaParts.Screen,
        };

    private MediaBatch RestFor(PersonId person) =>
        new(pieces.FindAll(one => !(one.IsSaid && one.By == person)), Keys, MadeAt);

    private Message MessageOf(MediaParts parts) => messages[(int)parts] ??= Make(parts);

    private Message Make(MediaParts parts)
    {
        var chosen = pieces.Where(one => parts.HasFlag(one.Part)).Select(one => one.Wire).ToList();
        var bytes = new byte[chosen.Sum(wire => sizeof(uint) + wire.Length)];
        var at = 0;
        foreach (var wire in chosen)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), wire.Length);
            wire.CopyTo(bytes, at + sizeof(uint));
            at += sizeof(uint) + wire.Length;
        }

        return new(bytes.Length, new(new InvocationMessage(Method, [bytes])));
    }

    private readonly record struct Piece(MediaParts Part, byte[] Wire, PersonId By)
    {
        public bool IsSaid => MediaParts.Sound.HasFlag(Part);
    }

    private sealed record Message(int Size, SerializedHubMessage Serialised);
}

/// <summary>A packet as it goes out; <paramref name="IsKey"/> when a picture can begin with it.</summary>
internal sealed record TrackPacket(MediaTrack Track, byte[] Wire, bool IsKey, PersonId By);
