namespace Lms.Web.Features.Shared;

/// <summary>
/// A page of a live session: it may compile the WebAssembly that decodes voice, show media made in
/// the page, and ask for the microphone, the camera and the screen. No other page may.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesLiveMediaAttribute : Attribute;
