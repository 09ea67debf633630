namespace FundTracker.Domain.Carriers;

/// <summary>产业链环节: where in an industry's chain a company stands.</summary>
public enum ChainSegment : byte
{
    /// <summary>硬件 hardware.</summary>
    Hardware = 1,

    /// <summary>软件 software.</summary>
    Software = 2,

    /// <summary>内容 content.</summary>
    Content = 3,

    /// <summary>应用 application.</summary>
    Application = 4,
}
