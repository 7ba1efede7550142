using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>How a track is decoded: <c>{kind, codec, rate | w, h}</c>.</summary>
public sealed record TrackConfig(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("codec")] string Codec,
    [property: JsonPropertyName("rate")] int Rate = 0,
    [property: JsonPropertyName("w")] int Width = 0,
    [property: JsonPropertyName("h")] int Height = 0
)
{
    public const string Audio = "audio";
    public const string Video = "video";

    /// <summary>The track is switched off.</summary>
    public const string Off = "off";

    private const int MaxBytes = 1024;

    // Every player of ours decodes these two, and the recording names no other.
    private const string Opus = "opus";
    private const string Vp8 = "vp8";

    /// <summary>Null for anything but Opus at 48 kHz, VP8 of a sane size, or a track switched off.</summary>
    internal static TrackConfig? Read(ReadOnlySpan<byte> json, bool isVoice)
    {
        if (json.Length > MaxBytes)
        {
            return null;
        }

        try
        {
            var config = JsonSerializer.Deserialize<TrackConfig>(json);
            return
                config is not null
                && (config.IsOff || (isVoice ? config.IsSound : config.IsPicture))
                ? config
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    [JsonIgnore]
    public bool IsOff => Kind == Off;

    private bool IsSound => Kind == Audio && Codec == Opus && Rate == 48_000;

    private bool IsPicture =>
        Kind == Video && Codec == Vp8 && Width is >= 16 and <= 4096 && Height is >= 16 and <= 4096;
}
