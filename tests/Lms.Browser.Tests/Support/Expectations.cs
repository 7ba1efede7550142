using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Lms.Browser.Tests.Support;

internal static class Expectations
{
    // Two cores may be busy with much else.
    [ModuleInitializer]
    internal static void WaitLonger() => Assertions.SetDefaultExpectTimeout(20_000);
}
