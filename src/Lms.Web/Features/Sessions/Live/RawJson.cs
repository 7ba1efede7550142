using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>JSON that was written once and is sent to many.</summary>
[JsonConverter(typeof(AsIs))]
internal sealed class RawJson(ReadOnlyMemory<byte> utf8)
{
    public ReadOnlyMemory<byte> Utf8 => utf8;

    public static RawJson Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Wire.Writing))
        {
            write(json);
        }

        return new(buffer.WrittenMemory);
    }

    private sealed class AsIs : JsonConverter<RawJson>
    {
        public override RawJson Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => throw new NotSupportedException();

        public override void Write(
            Utf8JsonWriter writer,
            RawJson value,
            JsonSerializerOptions options
        ) => writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
