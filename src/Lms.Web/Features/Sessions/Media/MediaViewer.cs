using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// One connection that watches. A write that has not come back holds up this viewer alone: nobody
/// waits for it, and what it does not take is dropped by its queue.
/// </summary>
/// <param name="write">Sends to the connection.</param>
internal sealed class MediaViewer(
    PersonId person,
    MediaQueue queue,
    Func<SerializedHubMessage, ValueTask> write
)
{
    private static readonly SerializedHubMessage PicturesOff = Pictures(false);
    private static readonly SerializedHubMessage PicturesOn = Pictures(true);

    private volatile bool isWriting;
    private bool toldVoiceAlone;

    public PersonId Person => person;

    public MediaQueue Queue => queue;

    public void Offer(MediaBatch batch, DateTimeOffset now) =>
        queue.Offer(batch.Without(person), now);

    /// <summary>Sends what may be sent; called under the lock of the room.</summary>
    /// <returns>Whether that was all.</returns>
    public bool Pump(DateTimeOffset now)
    {
        if (!isWriting && toldVoiceAlone != queue.IsVoiceAlone)
        {
            toldVoiceAlone = queue.IsVoiceAlone;
            Write(toldVoiceAlone ? PicturesOff : PicturesOn);
        }

        while (!isWriting && queue.Next(now) is var (batch, parts))
        {
            Write(batch.Serialised(parts));
        }

        return queue.Length == 0 && toldVoiceAlone == queue.IsVoiceAlone;
    }

    private void Write(SerializedHubMessage message)
    {
        var written = write(message);
        if (!written.IsCompletedSuccessfully)
        {
            isWriting = true;
            _ = WaitAsync(written);
        }
    }

    private async Task WaitAsync(ValueTask written)
    {
        try
        {
            await written;
        }
        catch (Exception)
        {
            // The connection is gone; the hub hears of it by itself.
            return;
        }

        isWriting = false;
    }

    private static SerializedHubMessage Pictures(bool isOn) =>
        new(new InvocationMessage("Pictures", [isOn]));
}
