Attribute VB_Name = "ForLibreOffice"
' No Option Explicit: ThisComponent is a name of LibreOffice alone, and Excel would stop at every store of this workbook.

' Start Python on one line of code and return at once: a macro that waited while Python asks the office program
' for something would lock both. In Excel the module of xlwings brings the Sub of this name.
Public Sub RunPython(ByVal code As String)
    Dim interpreter As String
    interpreter = CStr(ThisWorkbook.Names("kgPython").RefersToRange.Cells(1, 1).Value)
    Shell """" & interpreter & """ -c """ & code & """", 0
End Sub

' Whether this workbook is only shown: opened by somebody else first, or for reading.
Public Function KG_IsOpenedReadOnly() As Boolean
    KG_IsOpenedReadOnly = ThisComponent.isReadonly()
End Function

' That this macro is here says that RunPython does not wait.
Public Sub KG_AnswersLater()
End Sub

' Called whenever LibreOffice has stored this workbook.
Public Sub KG_Stored()
    On Error Resume Next
    RunPython "import khoagiao_xl.books.package.mending as m; m.mend_stored(" & KG_Quoted(KG_Master()) & ")"
End Sub
