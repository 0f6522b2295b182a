Attribute VB_Name = "KhoaGiao"
Option Explicit

' One Sub per action of khoagiao_xl.actions.ACTIONS: the buttons of the dashboard bear their names.
' VBA source is code-page text, so it stays ASCII: every Vietnamese word stands in a cell or in Python.

' [the Subs of the buttons are drawn here when a master is built]

' Every button of the ribbon: its tag is the action.
Public Sub KG_Ribbon(ByVal control As Object)
    KG_Run control.Tag
End Sub

' Called by Excel once it has opened this workbook and drawn its ribbon. The dashboard's "today" was computed anew
' then, which is no change that anybody need be asked to store; what Excel has recovered bears a remark in brackets
' behind its name, and must still be stored.
Public Sub KG_Drawn(ByVal ribbon As Object)
    On Error GoTo Asks
    If InStr(ThisWorkbook.Windows(1).Caption, "[") = 0 Then ThisWorkbook.Saved = True
Asks:
End Sub

' What the dashboard asks in a cell: where macros are off there is no such function, and the cell says so.
' It does nothing else, and runs whenever the workbook is computed.
Public Function KG_MacrosOn() As Integer
    KG_MacrosOn = 1
End Function

' Show what Python answered; in LibreOffice, where no macro can wait for it, Python itself calls this.
Public Sub KG_ShowAnswer()
    KG_Tell KG_Unescaped(KG_AnswerLine(2))
End Sub

' Hand the action, this workbook's full path and the period to Python, which works in the open workbook.
' RunPython is looked up by its name, and a missing one can be caught.
Private Sub KG_Run(ByVal actionId As String)
    Dim words As String
    Dim ticket As String
    If KG_IsRefused() Then Exit Sub
    ticket = CStr(Fix(CDbl(Now) * 86400))
    words = KG_Quoted(actionId) & ", " & KG_Quoted(KG_Master()) & ", " & KG_Quoted(KG_Text("kgKy"))
    KG_Tell KG_Text("kgDangLam")
    On Error GoTo Missing
    Application.Run KG_Launcher(), "import khoagiao_xl.doors.buttons as b; b.press(" & words & ", '" & ticket & "')"
    On Error GoTo 0
    ' Only an answer that bears this run's ticket is one.
    If KG_AnswerLine(1) = ticket Then
        KG_ShowAnswer
    ElseIf Not KG_IsAnsweredLater() Then
        KG_Tell KG_Text("kgKhongTraLoi")
    End If
    Exit Sub
Missing:
    KG_Tell KG_Text("kgHuongDanCaiDat")
End Sub

' Excel looks a bare name up in the workbook in front, which with two masters open may be the other one. A master
' without xlwings' own module leaves it to an add-in; LibreOffice looks first where the macro stands that asks.
Private Function KG_Launcher() As String
    KG_Launcher = "RunPython"
    If KG_IsForExcel() Then KG_Launcher = "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!RunPython"
End Function

' Whether this master was made with what starts Python from Excel: the sheet is xlwings' own.
Private Function KG_IsForExcel() As Boolean
    On Error GoTo Without
    KG_IsForExcel = ThisWorkbook.Worksheets("xlwings.conf").Name <> ""
Without:
End Function

' Say so when this workbook is no file yet, or one that cannot be written.
Private Function KG_IsRefused() As Boolean
    Dim isReadOnly As Boolean
    On Error Resume Next
    isReadOnly = ThisWorkbook.ReadOnly
    ' LibreOffice says it elsewhere; in Excel the macro of another workbook might answer.
    If Not isReadOnly And Not KG_IsForExcel() Then isReadOnly = Application.Run("KG_IsOpenedReadOnly")
    On Error GoTo 0
    KG_IsRefused = True
    If ThisWorkbook.Path = "" Then
        KG_Tell KG_Text("kgChuaLuu")
    ElseIf InStr(ThisWorkbook.Path, "://") > 0 Then
        KG_Tell KG_Text("kgTrenMang")
    ElseIf KG_Text("kgTinNhan") = KG_Text("kgDangLam") Then
        KG_Tell KG_Text("kgDangDo")
    ElseIf isReadOnly Then
        KG_Tell KG_Text("kgChiDoc")
    ElseIf KG_IsMissing(KG_Text("kgPython")) Then
        KG_Tell KG_Text("kgHuongDanCaiDat")
    Else
        KG_IsRefused = False
    End If
End Function

' Whether a program that is named with its folder is not there; a bare name is looked up later.
Private Function KG_IsMissing(ByVal program As String) As Boolean
    If InStr(program, "/") + InStr(program, "\") = 0 Then Exit Function
    On Error GoTo Plain
    KG_IsMissing = Not CreateObject("Scripting.FileSystemObject").FileExists(program)
    Exit Function
Plain:
    KG_IsMissing = Dir(program) = ""
End Function

' Only the module for LibreOffice, which cannot wait for Python, has the macro that is asked for here.
Private Function KG_IsAnsweredLater() As Boolean
    If KG_IsForExcel() Then Exit Function
    On Error GoTo Waits
    Application.Run "KG_AnswersLater"
    KG_IsAnsweredLater = True
Waits:
End Function

' In LibreOffice FullName is the bare name; Python takes "/" everywhere.
Public Function KG_Master() As String
    KG_Master = ThisWorkbook.Path & "/" & ThisWorkbook.Name
End Function

' A line of the file in which Python leaves its answer; nothing when there is none.
Private Function KG_AnswerLine(ByVal line As Integer) As String
    Dim place As String
    Dim lines() As String
    place = KG_Master()
    place = Left(place, InStrRev(place, ".") - 1) & "-luu-tru/tra-loi.txt"
    On Error GoTo Nothing_
    lines = Split(KG_FileText(place), vbLf)
    KG_AnswerLine = lines(line - 1)
Nothing_:
End Function

' Excel's own Open and Dir know only the letters of the code page; the FileSystemObject is not everywhere.
Private Function KG_FileText(ByVal place As String) As String
    Dim number As Integer
    Dim line As String
    On Error GoTo Plain
    KG_FileText = CreateObject("Scripting.FileSystemObject").OpenTextFile(place, 1).ReadAll
    Exit Function
Plain:
    On Error GoTo 0
    number = FreeFile
    Open place For Input As #number
    Do While Not EOF(number)
        Line Input #number, line
        KG_FileText = KG_FileText & line & vbLf
    Loop
    Close #number
End Function

' A Python string of ASCII letters: nothing in a folder's name can end it, or mean anything where it is passed on.
Public Function KG_Quoted(ByVal text As String) As String
    Dim at As Integer
    Dim code As Long
    For at = 1 To Len(text)
        code = AscW(Mid(text, at, 1)) And &HFFFF&
        If (code >= 48 And code <= 57) Or (code >= 65 And code <= 90) Or (code >= 97 And code <= 122) Or code = 95 Then
            KG_Quoted = KG_Quoted & Mid(text, at, 1)
        Else
            KG_Quoted = KG_Quoted & "\u" & Right("000" & Hex(code), 4)
        End If
    Next at
    KG_Quoted = "'" & KG_Quoted & "'"
End Function

' The other way round: "\u1ed5" becomes the letter.
Private Function KG_Unescaped(ByVal text As String) As String
    Dim pieces() As String
    Dim at As Integer
    pieces = Split(text, "\u")
    If UBound(pieces) < 0 Then Exit Function
    KG_Unescaped = pieces(0)
    For at = 1 To UBound(pieces)
        KG_Unescaped = KG_Unescaped & ChrW(CLng("&H" & Left(pieces(at), 4))) & Mid(pieces(at), 5)
    Next at
End Function

' The text of a named cell.
Private Function KG_Text(ByVal cellName As String) As String
    KG_Text = CStr(ThisWorkbook.Names(cellName).RefersToRange.Cells(1, 1).Value)
End Function

' Show a text on the line under the buttons, which by itself is no change that anybody need be asked to save.
Private Sub KG_Tell(ByVal text As String)
    Dim wasSaved As Boolean
    wasSaved = ThisWorkbook.Saved
    On Error Resume Next
    ThisWorkbook.Names("kgTinNhan").RefersToRange.Cells(1, 1).Value = text
    If Err.Number <> 0 Then Application.StatusBar = text ' the dashboard is protected
    On Error GoTo 0
    If wasSaved Then ThisWorkbook.Saved = True
End Sub
